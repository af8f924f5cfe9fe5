/// What a record holds of a ``RecordOutline``: elements in the order of the document.
///
/// A structure, so that exclusive access is checked once for an event and never while values are looked for.
///
/// - Complexity: the elements that a path means are found in the logarithm of their number.
struct RecordTree {
  struct Element {
    var node: Int32
    var parent: Int32
    /// One after the last element inside.
    var end: Int32
    var textStart: Int32
    var textEnd: Int32
    var attributes: [Attribute]
  }

  struct Attribute {
    var name: String
    var value: String
  }

  private(set) var elements: [Element] = []
  private var bytes: [UInt8] = []
  /// Elements by node of the outline, then by variant, in order.
  private var places: [[Int32]] = []
  private var variants: [[RecordOutline.VariantTable]] = []
  /// Where the places of variants begin.
  private var nodeCount = 0
  /// Nodes that have places: those that must be cleared.
  private var usedNodes: [Int] = []
  private var open: [Int32] = []

  /// Empties the tree for a record of an outline.
  mutating func begin(_ plan: RecordPlan) {
    elements.removeAll(keepingCapacity: elements.capacity <= 1 << 16)
    bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 20)
    open.removeAll(keepingCapacity: true)
    for node in usedNodes { places[node].removeAll(keepingCapacity: places[node].capacity <= 1 << 10) }
    usedNodes.removeAll(keepingCapacity: true)
    nodeCount = plan.outline.nodes.count
    variants = plan.outline.variants
    let placeCount = nodeCount + plan.outline.variantCount
    if places.count != placeCount { places = Array(repeating: [], count: placeCount) }
  }

  /// The node of the innermost open element.
  var openNode: Int { open.last.map { Int(elements[Int($0)].node) } ?? 0 }

  mutating func enter(node: Int, attributes: [Attribute] = []) {
    let index = Int32(elements.count)
    elements.append(
      Element(
        node: Int32(node), parent: open.last ?? -1, end: index + 1, textStart: 0, textEnd: 0, attributes: attributes))
    note(index, at: node)
    if !attributes.isEmpty { noteVariants(of: node, attributes, index) }
    open.append(index)
  }

  private mutating func note(_ element: Int32, at place: Int) {
    if places[place].isEmpty { usedNodes.append(place) }
    places[place].append(element)
  }

  private mutating func noteVariants(of node: Int, _ attributes: [Attribute], _ element: Int32) {
    for table in variants[node] {
      guard let attribute = attributes.first(where: { $0.name == table.attribute }),
        let number = table.numbers[attribute.value]
      else { continue }
      note(element, at: nodeCount + Int(number))
    }
  }

  mutating func leave(text: some Collection<UInt8>) {
    guard let index = open.popLast() else { return }
    elements[Int(index)].end = Int32(elements.count)
    guard !text.isEmpty else { return }
    elements[Int(index)].textStart = Int32(bytes.count)
    bytes.append(contentsOf: text)
    elements[Int(index)].textEnd = Int32(bytes.count)
  }

  func text(of element: Int) -> ArraySlice<UInt8> {
    bytes[Int(elements[element].textStart)..<Int(elements[element].textEnd)]
  }

  /// Whether the text of an element holds a byte.
  func holds(_ byte: UInt8, in element: Int) -> Bool {
    bytes.firstIndex(of: byte, in: Int(elements[element].textStart)..<Int(elements[element].textEnd)) != nil
  }

  func attribute(_ name: String, of element: Int) -> String? {
    elements[element].attributes.first { $0.name == name }?.value
  }

  /// Whether the record has no element that a path could mean.
  func lacks(_ path: ResolvedPath) -> Bool {
    if path.variant >= 0 { return places[nodeCount + path.variant].isEmpty }
    return path.target >= 0 && places[path.target].isEmpty
  }

  /// The elements of a variant inside an element, in order.
  func elements(ofVariant variant: Int, inside element: Int) -> ArraySlice<Int32> {
    elements(ofNode: nodeCount + variant, inside: element)
  }

  /// The elements of a node inside an element (or it itself), in order.
  func elements(ofNode node: Int, inside element: Int) -> ArraySlice<Int32> {
    let all = places[node]
    if element == 0 { return all[...] }
    let start = Self.firstPlace(in: all, notBefore: Int32(element))
    let end = Self.firstPlace(in: all, notBefore: elements[element].end)
    return all[start..<end]
  }

  private static func firstPlace(in places: [Int32], notBefore element: Int32) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
