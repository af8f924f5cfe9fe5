/// Reads the records (or the answers) of one place in a document by their rules. Kept from record to record, for its
/// memory.
final class MappedRecordReader: XMLRecordReader {
  private let mapper: RecordMapper
  private let answer: AnswerPlan?
  private var fallbackID = ""

  /// What the answer said about itself, where it is one.
  private(set) var finding: AnswerPlan.Finding?

  init(plan: RecordPlan, forced: IngestFormat?) {
    mapper = RecordMapper(plan: plan, forced: forced)
    answer = nil
  }

  init(answer: AnswerPlan) {
    self.answer = answer
    mapper = RecordMapper(plan: answer.plan, forced: nil)
  }

  /// Begins with the record's own element.
  func begin(_ root: borrowing XMLElement, fallbackID: String) {
    self.fallbackID = fallbackID
    if answer != nil { finding = nil }
    root.begin(mapper.tree)
  }

  var tree: RecordTree? { mapper.tree }
  var rootState: UInt8 { 0 }
  var rootHasText: Bool { mapper.plan.outline.nodes[0].wantsText }
  var recordID: String? { fallbackID.isEmpty ? nil : fallbackID }

  // The parser hands the record to the tree itself.
  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep { .skip }
  func leave(_ state: UInt8, text: XMLText) {}

  func finish(line: Int, into collector: RecordCollector) {
    mapper.tree.finish()
    if let answer {
      finding = answer.finding(mapper.tree)
    } else {
      mapper.map(fallbackID: fallbackID, line: line, into: collector)
    }
  }
}
