/// A list of plain values in memory of its own: no reference is counted and no access checked for exclusiveness, which is what
/// arrays in classes cost at every event of a document.
///
/// Invariants: `base` points to `capacity` values of which the first `count` are initialised, and belongs to this list alone.
@safe struct PlainList<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 16) {
    self.capacity = max(1, capacity)
    unsafe base = UnsafeMutablePointer.allocate(capacity: self.capacity)
  }

  deinit { unsafe base.deallocate() }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return unsafe base[index]
    }
    @inline(__always) set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      unsafe base[index] = newValue
    }
  }

  var last: Element? { count == 0 ? nil : unsafe base[count - 1] }

  @inline(__always) mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    unsafe (base + count).initialize(to: element)
    count += 1
  }

  /// - Parameter elements: not in this list.
  @inline(__always) mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    guard let start = elements.baseAddress, elements.count > 0 else { return }
    if count + elements.count > capacity { grow(to: count + elements.count) }
    unsafe (base + count).initialize(from: start, count: elements.count)
    count += elements.count
  }

  mutating func append(repeating element: Element, count added: Int) {
    if count + added > capacity { grow(to: count + added) }
    unsafe (base + count).initialize(repeating: element, count: added)
    count += added
  }

  /// Makes the list so many of one element.
  @inline(__always) mutating func reset(to element: Element, count wanted: Int) {
    precondition(wanted >= 0)
    if wanted > capacity { grow(to: wanted) }
    // A loop: so few are made that a call costs more.
    for index in 0..<wanted { unsafe (base + index).initialize(to: element) }
    count = wanted
  }

  /// Appends a stretch of this list.
  mutating func append(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    if count + range.count > capacity { grow(to: count + range.count) }
    unsafe (base + count).initialize(from: base + range.lowerBound, count: range.count)
    count += range.count
  }

  mutating func removeLast() {
    precondition(count > 0)
    count -= 1
  }

  @inline(__always) mutating func truncate(to wanted: Int) {
    precondition(wanted >= 0 && wanted <= count)
    count = wanted
  }

  /// Empties the list; memory for more than `limit` values is given back.
  mutating func removeAll(keeping limit: Int) {
    count = 0
    guard capacity > limit else { return }
    unsafe base.deallocate()
    capacity = 16
    unsafe base = UnsafeMutablePointer.allocate(capacity: capacity)
  }

  /// The values of a range, valid until the list changes.
  @inline(__always) @unsafe func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  @unsafe var pointer: UnsafeMutablePointer<Element> { unsafe base }

  @inline(never) private mutating func grow(to wanted: Int) {
    let wider = max(wanted, capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: wider)
    unsafe moved.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = wider
  }
}
