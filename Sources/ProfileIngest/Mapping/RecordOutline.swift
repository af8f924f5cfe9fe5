/// The elements and attributes of a record that rules speak of, as a tree: all that is kept while a record is read.
struct RecordOutline: Sendable {
  struct Node: Sendable {
    var parent: Int
    var namespace: String?
    var wantsText = false
    var attributes: [String] = []
    /// Node by number of the child's name, the first where a name occurs in several namespaces; -1 for none.
    var children: [Int32] = []
    /// The node of the same name and parent in another namespace, or -1.
    var alternative = -1

    /// Whether children are wanted.
    var hasChildren = false
  }

  /// The first is the record's own element.
  private(set) var nodes = [Node(parent: -1)]
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  /// Numbers of names, by their bytes. Made once, when all paths are known.
  private(set) var table = XMLNameTable([])

  /// What is asked about the nodes for each element of a document, side by side. Made once, too.
  private var traits: [Traits] = []
  /// The children of all nodes, by node and number of the name.
  private var children: [Int32] = []

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    static let children = Traits(rawValue: 1)
    static let text = Traits(rawValue: 2)
    static let attributes = Traits(rawValue: 4)
    static let namespace = Traits(rawValue: 8)
    static let variants = Traits(rawValue: 16)
  }

  /// Names of attributes that rules speak of, and the numbers of names by their bytes.
  private(set) var attributeNames: [String] = []
  private(set) var attributeTable = XMLNameTable([])
  /// Which attributes are wanted, by node and number of the name.
  private var wantedAttributes: [Bool] = []

  /// Elements that an attribute's value tells apart, as in `item[@metaCode='Title']`: found by the value as they are
  /// entered, not by comparing all for each path.
  struct VariantTable: Sendable {
    /// The number of the attribute's name.
    var attribute: Int
    var texts: [String] = []
    var values = XMLNameTable([])
    /// The place of the elements with the first of the values.
    var first = 0
  }

  /// By node.
  private(set) var variants: [[VariantTable]] = [[]]
  private var variantCount = 0

  /// Places where elements stand: one for each node, and behind them one for each variant.
  var placeCount: Int { nodes.count + variantCount }

  /// Takes a path up and notes in it where its elements are.
  ///
  /// - Parameters:
  ///   - base: the node that the path begins from.
  ///   - isForElement: whether the elements themselves are meant, not their text.
  /// - Returns: the node that the path leads to, or `nil` where it leads out of the record.
  @discardableResult
  mutating func add(_ path: inout FieldPath, base: Int, isForElement: Bool = false) -> Int? {
    var node = base
    for _ in 0..<path.parentCount {
      node = nodes[node].parent
      if node < 0 { return nil }
    }
    path.nodes = []
    for step in path.steps {
      node = child(step.name, namespace: step.namespace, of: node)
      path.nodes.append(node)
      for test in step.tests {
        switch test {
        case .attribute(let name, _): addAttribute(name, to: node)
        case .child(let name, _):
          let child = child(name, namespace: nil, of: node)
          nodes[child].wantsText = true
        case .position: break
        }
      }
    }
    if let attribute = path.attribute {
      addAttribute(attribute, to: node)
    } else if !isForElement {
      nodes[node].wantsText = true
    }
    if let last = path.steps.last, case .attribute(let name, .equals(let value))? = last.tests.first,
      last.tests.count == 1, path.steps.dropLast().allSatisfy(\.tests.isEmpty)
    {
      path.variant = variant(of: node, name, value)
    }
    return node
  }

  private mutating func variant(of node: Int, _ attribute: String, _ value: String) -> FieldPath.Variant {
    while variants.count <= node { variants.append([]) }
    let number = attributeNumber(attribute)
    let known = variants[node].firstIndex { $0.attribute == number }
    let table = known ?? variants[node].count
    if known == nil { variants[node].append(VariantTable(attribute: number)) }
    let place = variants[node][table].texts.firstIndex(of: value) ?? variants[node][table].texts.count
    if place == variants[node][table].texts.count {
      variants[node][table].texts.append(value)
      variantCount += 1
    }
    return FieldPath.Variant(node: node, table: table, value: place)
  }

  /// The number of an attribute's name.
  mutating func attributeNumber(_ name: String) -> Int {
    if let known = attributeNames.firstIndex(of: name) { return known }
    attributeNames.append(name)
    return attributeNames.count - 1
  }

  /// The place of the elements of a variant, once all paths are known.
  func place(of variant: FieldPath.Variant) -> Int {
    variants[variant.node][variant.table].first + variant.value
  }

  func wants(attribute number: Int, of node: Int) -> Bool { wantedAttributes[node * attributeNames.count + number] }

  mutating func addAttribute(_ name: String, to node: Int) {
    _ = attributeNumber(name)
    if !nodes[node].attributes.contains(name) { nodes[node].attributes.append(name) }
  }

  mutating func finish() {
    table = XMLNameTable(names)
    for index in nodes.indices {
      nodes[index].children += Array(repeating: -1, count: names.count - nodes[index].children.count)
    }
    while variants.count < nodes.count { variants.append([]) }
    var place = nodes.count
    for node in variants.indices {
      for table in variants[node].indices {
        variants[node][table].values = XMLNameTable(variants[node][table].texts)
        variants[node][table].first = place
        place += variants[node][table].texts.count
      }
    }
    attributeTable = XMLNameTable(attributeNames)
    wantedAttributes = nodes.flatMap { node in attributeNames.map { node.attributes.contains($0) } }
    children = nodes.flatMap(\.children)
    traits = nodes.indices.map { index in
      let node = nodes[index]
      var traits: Traits = []
      if node.hasChildren { traits.insert(.children) }
      if node.wantsText { traits.insert(.text) }
      if !node.attributes.isEmpty { traits.insert(.attributes) }
      if node.namespace != nil { traits.insert(.namespace) }
      if !variants[index].isEmpty { traits.insert(.variants) }
      return traits
    }
  }

  /// The child of a node by the name's number; `isInNamespace` is asked where the rule names a namespace.
  func child(number: Int, of node: Int, isInNamespace: (String) -> Bool) -> Int? {
    var child = Int(children[node * names.count + number])
    if child < 0 { return nil }
    if !traits[child].contains(.namespace) { return child }
    while child >= 0 {
      guard let namespace = nodes[child].namespace else { return child }
      if isInNamespace(namespace) { return child }
      child = nodes[child].alternative
    }
    return nil
  }

  func traits(of node: Int) -> Traits { traits[node] }

  func number(of name: String) -> Int? { numbers[name] }

  /// The child that a path's test speaks of.
  func child(named name: String, of node: Int) -> Int? {
    guard let number = numbers[name] else { return nil }
    var child = Int(nodes[node].children[number])
    while child >= 0, nodes[child].namespace != nil { child = nodes[child].alternative }
    return child < 0 ? nil : child
  }

  private mutating func child(_ name: String, namespace: String?, of parent: Int) -> Int {
    let number: Int
    if let known = numbers[name] {
      number = known
    } else {
      number = names.count
      numbers[name] = number
      names.append(name)
    }
    if nodes[parent].children.count <= number {
      nodes[parent].children += Array(repeating: -1, count: number + 1 - nodes[parent].children.count)
    }
    let first = Int(nodes[parent].children[number])
    var known = first
    while known >= 0 {
      if nodes[known].namespace == namespace { return known }
      known = nodes[known].alternative
    }
    var node = Node(parent: parent, namespace: namespace)
    // Those that name a namespace are asked first.
    if first >= 0, namespace == nil {
      var last = first
      while nodes[last].alternative >= 0 { last = nodes[last].alternative }
      nodes.append(node)
      nodes[last].alternative = nodes.count - 1
      return nodes.count - 1
    }
    node.alternative = first
    nodes.append(node)
    nodes[parent].children[number] = Int32(nodes.count - 1)
    nodes[parent].hasChildren = true
    return nodes.count - 1
  }
}
