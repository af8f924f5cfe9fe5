#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a ``RecordTree`` holds: plain values only, all text in one buffer, kept from record to record.
///
/// Invariants: it stays where it was made until the tree ends. Places of `bytes` in elements, attributes and slices lie within
/// it; slices are used until the buffer is cut back to where it was before they were made. Names given to `enter` are those
/// of the running SAX2 call, of one document only.
@safe struct RecordMemory: ~Copyable {
  struct Element {
    var node: Int32
    var parent: Int32
    /// One after the last element inside.
    var end: Int32
    var text = TextSlice.empty
    var firstAttribute: Int32
    var attributeEnd: Int32
  }

  struct Attribute {
    /// The number of the name in the outline.
    var number: Int32
    var value: TextSlice
  }

  /// An element found by the value of an attribute: one more place that it stands at.
  private struct Variant {
    var place: Int32
    var element: Int32
  }

  /// Which node a child of a node is, by the address of its name.
  private struct Child {
    var name: UInt = 0
    var namespace: UInt = 0
    var parent: Int32 = -1
    /// -1 for an element that no rule speaks of.
    var node: Int32 = -1
    var traits = RecordOutline.Traits()
  }

  private static let childCount = 256

  let plan: RecordPlan
  /// The plan's tables.
  let rules: UnsafePointer<CompiledRule>
  let paths: UnsafePointer<CompiledRule.Path>
  let conditions: UnsafePointer<RecordPlan.Condition>
  let conditionEnds: UnsafePointer<Int32>
  var elements = PlainList<Element>()
  var attributes = PlainList<Attribute>()
  var bytes = PlainList<UInt8>(capacity: 4096)
  private var open = PlainList<Int32>()
  private var found = PlainList<Variant>()
  /// Where the elements of each place end in `placed`; those of the first begin at 0.
  private var placeEnds = PlainList<Int32>()
  private var placed = PlainList<Int32>()
  private var children = PlainList<Child>(capacity: RecordMemory.childCount)
  /// Values that may still be looked at. Elements that refer to what stands around them could otherwise be made to take
  /// time with the square of a record.
  var valueBudget = 0

  init(plan: RecordPlan) {
    self.plan = plan
    unsafe rules = unsafe plan.program.rules.base
    unsafe paths = unsafe plan.program.paths.base
    unsafe conditions = unsafe plan.conditions.base
    unsafe conditionEnds = unsafe plan.conditionEnds.base
    children.append(repeating: Child(), count: Self.childCount)
  }

  /// Empties it for a record.
  mutating func begin() {
    elements.removeAll(keeping: 1 << 16)
    attributes.removeAll(keeping: 1 << 16)
    bytes.removeAll(keeping: 1 << 20)
    open.removeAll(keeping: 1 << 12)
    found.removeAll(keeping: 1 << 16)
    valueBudget = 200_000
  }

  // MARK: Building

  @inline(__always) mutating func enter(node: Int) {
    let index = Int32(elements.count)
    let attribute = Int32(attributes.count)
    elements.append(
      Element(
        node: Int32(node), parent: open.last ?? -1, end: index + 1, firstAttribute: attribute, attributeEnd: attribute))
    open.append(index)
  }

  /// Adds an attribute of the element that was entered last; the first of a name counts.
  mutating func add(attribute number: Int, value: UnsafeBufferPointer<UInt8>) {
    let element = elements.count - 1
    guard self.attribute(number, of: element) == nil else { return }
    attributes.append(Attribute(number: Int32(number), value: unsafe append(value)))
    elements[element].attributeEnd += 1
    let node = Int(elements[element].node)
    guard plan.outline.traits(of: node).contains(.variants) else { return }
    for table in plan.outline.variants[node].indices where plan.outline.variants[node][table].attribute == number {
      if let value = unsafe plan.outline.variants[node][table].values.find(value) {
        found.append(Variant(place: Int32(plan.outline.variants[node][table].first + value), element: Int32(element)))
      }
    }
  }

  mutating func leave(_ text: UnsafeBufferPointer<UInt8>) {
    guard let index = open.last else { return }
    open.removeLast()
    elements[Int(index)].end = Int32(elements.count)
    if text.count > 0 { elements[Int(index)].text = unsafe append(text) }
  }

  /// Leaves an element whose text was appended to ``bytes`` as it came, from a place on.
  mutating func leave(textFrom start: Int) {
    guard let index = open.last else { return }
    open.removeLast()
    elements[Int(index)].end = Int32(elements.count)
    let end = bytes.count
    if end > start {
      let traits = unsafe TextTraits(bytes.buffer(start..<end))
      elements[Int(index)].text = TextSlice(start: Int32(start), end: Int32(end), traits: traits)
    }
  }

  /// Arranges the elements by place, once all are there.
  mutating func finish() {
    let placeCount = plan.outline.placeCount
    placeEnds.reset(to: 0, count: placeCount)
    let (ends, elementCount) = (unsafe placeEnds.pointer, elements.count)
    let known = unsafe elements.pointer
    // Invariant: nodes and places of variants are those of the outline, so less than `placeCount`.
    for index in 0..<elementCount { unsafe ends[Int(known[index].node)] += 1 }
    for index in 0..<found.count { unsafe ends[Int(found[index].place)] += 1 }
    var total: Int32 = 0
    for place in 0..<placeCount {
      let count = unsafe ends[place]
      unsafe ends[place] = total
      total += count
    }
    placed.reset(to: 0, count: Int(total))
    let target = unsafe placed.pointer
    for index in 0..<elementCount {
      let node = unsafe Int(known[index].node)
      unsafe target[Int(ends[node])] = Int32(index)
      unsafe ends[node] += 1
    }
    for index in 0..<found.count {
      let place = Int(found[index].place)
      unsafe target[Int(ends[place])] = found[index].element
      unsafe ends[place] += 1
    }
  }

  // MARK: Elements of documents

  /// Enters an element of a document inside the one that is open.
  ///
  /// - Returns: what is wanted of it; `nil` where no rule speaks of it, and then it is not entered.
  mutating func enter(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?, _ attributeCount: Int,
    _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ cache: UnsafeMutablePointer<XMLNameCache>
  ) -> RecordOutline.Traits? {
    guard let parent = open.last.map({ elements[Int($0)].node }) else { return nil }
    let address = UInt(bitPattern: name)
    let place = Int(
      (address >> 1 ^ address >> 9 ^ UInt(UInt32(bitPattern: parent)) &* 0x9E37) & UInt(Self.childCount - 1))
    var child = children[place]
    if child.name != address || child.parent != parent || child.namespace != UInt(bitPattern: namespace) {
      child = Child(name: address, namespace: UInt(bitPattern: namespace), parent: parent)
      if let node = unsafe node(name, namespace, inside: Int(parent), cache) {
        child.node = Int32(node)
        child.traits = plan.outline.traits(of: node)
      }
      children[place] = child
    }
    guard child.node >= 0 else { return nil }
    enter(node: Int(child.node))
    if child.traits.contains(.attributes) { unsafe add(attributeCount, values, cache) }
    return child.traits
  }

  private func node(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?, inside parent: Int,
    _ cache: UnsafeMutablePointer<XMLNameCache>
  ) -> Int? {
    let number = unsafe cache.pointee.number(of: name, in: plan.outline.table)
    guard number >= 0 else { return nil }
    return plan.outline.child(number: number, of: parent) { wanted in
      guard let namespace = unsafe namespace else { return wanted.isEmpty }
      return unsafe wanted.withCString {
        unsafe strcmp(UnsafeRawPointer(namespace).assumingMemoryBound(to: CChar.self), $0) == 0
      }
    }
  }

  /// Adds those attributes of the element that was entered last that rules speak of.
  mutating func add(
    _ count: Int, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ cache: UnsafeMutablePointer<XMLNameCache>
  ) {
    guard let values = unsafe values else { return }
    let node = Int(elements[elements.count - 1].node)
    for index in 0..<count {
      let field = unsafe values + index * XMLElement.pointersPerAttribute
      guard let name = unsafe field[0], let start = unsafe field[3], let end = unsafe field[4] else { continue }
      let number = unsafe cache.pointee.number(of: name, in: plan.outline.attributeTable)
      guard number >= 0, plan.outline.wants(attribute: number, of: node) else { continue }
      let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
      if value.count > 0, unsafe memchr(start, 0x26, value.count) != nil {
        let unescaped = unsafe XMLElement.unescapedBytes(value)
        unsafe unescaped.withUnsafeBufferPointer { unsafe add(attribute: number, value: $0) }
      } else {
        unsafe add(attribute: number, value: value)
      }
    }
  }

  // MARK: Looking

  // What looks is inlined: the compiler copies the whole of this memory for a call.

  @inline(__always) func attribute(_ number: Int, of element: Int) -> TextSlice? {
    var index = Int(elements[element].firstAttribute)
    let end = Int(elements[element].attributeEnd)
    while index < end {
      if Int(attributes[index].number) == number { return attributes[index].value }
      index += 1
    }
    return nil
  }

  /// Whether no element stands at a place.
  @inline(__always) func isEmpty(_ place: Int) -> Bool { start(of: place) == placeEnds[place] }

  @inline(__always) private func start(of place: Int) -> Int32 { place > 0 ? placeEnds[place - 1] : 0 }

  /// Where the elements of a place inside an element (or it itself) stand among all that are placed, in order.
  @inline(__always) func placed(at place: Int, inside element: Int) -> Range<Int> {
    let all = Int(start(of: place))..<Int(placeEnds[place])
    if element == 0 || all.isEmpty { return all }
    precondition(all.upperBound <= placed.count)
    let (placed, end) = (unsafe placed.pointer, elements[element].end)
    return unsafe Self.first(in: placed, all, notBefore: Int32(element))..<Self.first(in: placed, all, notBefore: end)
  }

  @inline(__always) func placedElement(_ index: Int) -> Int { Int(placed[index]) }

  /// Invariant: the range lies in `placed`.
  private static func first(
    in placed: UnsafeMutablePointer<Int32>, _ all: Range<Int>, notBefore element: Int32
  ) -> Int {
    var (low, high) = (all.lowerBound, all.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if unsafe placed[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Text

  /// Appends bytes that do not lie in the buffer.
  @inline(__always) mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> TextSlice {
    let start = Int32(bytes.count)
    unsafe bytes.append(text)
    return TextSlice(start: start, end: Int32(bytes.count), traits: unsafe TextTraits(text))
  }

  @inline(__always) @unsafe func buffer(_ slice: TextSlice) -> UnsafeBufferPointer<UInt8> {
    unsafe bytes.buffer(Int(slice.start)..<Int(slice.end))
  }
}
