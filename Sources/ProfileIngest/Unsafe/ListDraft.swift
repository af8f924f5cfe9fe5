/// A list that is being made, in memory of its own that is kept from list to list: appending to an array asks each time whether
/// the array is somebody else's too, and makes room that the finished list does not need.
///
/// Invariants: `memory` points to a list of which the first `count` elements of `base` are initialised, and `base` to room for
/// `capacity` of them (or to nothing where that is 0); both belong to this draft alone. One thread at a time, and nothing that
/// is called back while elements are looked at changes the draft.
@safe struct ListDraft<Element>: ~Copyable {
  @safe private struct Memory {
    var base: UnsafeMutablePointer<Element>?
    var capacity = 0
    var count = 0
  }

  private let memory: UnsafeMutablePointer<Memory>

  init() {
    unsafe memory = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe memory.initialize(to: Memory())
  }

  deinit {
    unsafe memory.pointee.base?.deinitialize(count: memory.pointee.count)
    unsafe memory.pointee.base?.deallocate()
    unsafe memory.deallocate()
  }

  @inline(__always) var count: Int { unsafe memory.pointee.count }

  @inline(__always) func append(_ element: consuming Element) {
    if unsafe memory.pointee.count == memory.pointee.capacity { grow() }
    unsafe (memory.pointee.base! + memory.pointee.count).initialize(to: element)
    unsafe memory.pointee.count += 1
  }

  @inline(__always) func contains(where isWanted: (borrowing Element) -> Bool) -> Bool {
    var index = 0
    while index < count {
      if unsafe isWanted(memory.pointee.base![index]) { return true }
      index += 1
    }
    return false
  }

  /// Ends the list and hands it over; the draft is empty after it.
  @inline(__always) func take() -> [Element] {
    let count = count
    guard count > 0, let base = unsafe memory.pointee.base else { return [] }
    unsafe memory.pointee.count = 0
    // Most lists are so short, and an array that is written out is made without asking how long it is.
    switch count {
    case 1: return [unsafe base.move()]
    case 2: return unsafe [base.move(), (base + 1).move()]
    default:
      var list: [Element] = []
      list.reserveCapacity(count)
      for index in 0..<count { list.append(unsafe (base + index).move()) }
      return list
    }
  }

  @inline(never) private func grow() {
    let wider = unsafe max(4, memory.pointee.capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: wider)
    if let base = unsafe memory.pointee.base {
      unsafe moved.moveInitialize(from: base, count: memory.pointee.count)
      unsafe base.deallocate()
    }
    unsafe memory.pointee.base = unsafe moved
    unsafe memory.pointee.capacity = wider
  }
}
