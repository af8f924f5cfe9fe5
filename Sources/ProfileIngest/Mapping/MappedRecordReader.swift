/// Reads the records (or the answers) of one place in a document by their rules. Kept from record to record, for its
/// memory.
final class MappedRecordReader: XMLRecordReader {
  private enum State: UInt8 {
    case element = 1
    case text
  }

  private let plan: RecordPlan
  private let answer: AnswerPlan?
  private let forced: IngestFormat?
  private var fallbackID = ""
  private var tree = RecordTree()
  private let names = NameMemory()

  /// What the answer said about itself, where it is one.
  private(set) var finding: AnswerPlan.Finding?

  init(plan: RecordPlan, forced: IngestFormat?) {
    self.plan = plan
    self.forced = forced
    answer = nil
  }

  init(answer: AnswerPlan) {
    self.answer = answer
    plan = answer.plan
    forced = nil
  }

  /// Begins with the record's own element.
  func begin(_ root: borrowing XMLElement, fallbackID: String) {
    self.fallbackID = fallbackID
    finding = nil
    tree.begin(plan)
    tree.enter(node: 0, attributes: Self.attributes(of: root, plan.outline.nodes[0].attributes))
  }

  var rootState: UInt8 { State.element.rawValue }
  var rootHasText: Bool { plan.outline.nodes[0].wantsText }
  var recordID: String? { fallbackID.isEmpty ? nil : fallbackID }

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep {
    guard let number = element.number(in: plan.outline.table) else { return .skip }
    let found = plan.outline.child(number: number, of: tree.openNode) { element.isInNamespace($0) }
    guard let node = found else { return .skip }
    let traits = plan.outline.traits(of: node)
    if traits.contains(.attributes) {
      tree.enter(node: node, attributes: Self.attributes(of: element, plan.outline.nodes[node].attributes))
    } else {
      tree.enter(node: node)
    }
    let hasChildren = traits.contains(.children)
    let wantsText = traits.contains(.text)
    if !hasChildren, wantsText { return .text(State.text.rawValue) }
    return hasChildren && wantsText ? .both(State.element.rawValue) : .descend(State.element.rawValue)
  }

  func leave(_ state: UInt8, text: [UInt8]) { tree.leave(text: text) }

  func leaveRoot(text: [UInt8]) { tree.leave(text: text) }

  func finish(line: Int, into collector: RecordCollector) {
    if let answer {
      finding = answer.finding(tree)
    } else {
      RecordMapper(plan: plan, fallbackID: fallbackID, names: names, forced: forced).map(
        tree, line: line, into: collector)
    }
  }

  private static func attributes(of element: borrowing XMLElement, _ names: [String]) -> [RecordTree.Attribute] {
    guard !names.isEmpty else { return [] }
    var attributes: [RecordTree.Attribute] = []
    for name in names {
      if let value = element.attribute(named: name) {
        attributes.append(RecordTree.Attribute(name: name, value: value))
      }
    }
    return attributes
  }
}
