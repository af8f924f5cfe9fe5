/// Plain values that never change, in memory of their own: looking at one counts no reference.
///
/// Invariant: `base` points to `count` initialised values and belongs to this table alone, which outlives every look at it.
@safe final class FixedList<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// For those who keep the table and count no reference of it.
  @unsafe let base: UnsafePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    for (index, element) in elements.enumerated() { unsafe (memory + index).initialize(to: element) }
    unsafe base = UnsafePointer(memory)
    count = elements.count
  }

  deinit { unsafe base.deallocate() }

  @inline(__always) subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
    return unsafe base[index]
  }
}
