/// Reads the records (or the answers) of one place in a document by their rules: the parser fills its tree, element by
/// element. Kept from record to record, for its memory.
final class MappedRecordReader {
  private let mapper: RecordMapper
  private let answer: AnswerPlan?

  init(plan: RecordPlan, forced: IngestFormat?) {
    mapper = RecordMapper(plan: plan, forced: forced)
    answer = nil
  }

  init(answer: AnswerPlan) {
    self.answer = answer
    mapper = RecordMapper(plan: answer.plan, forced: nil)
  }

  /// What a record fills.
  var view: RecordView { mapper.tree.view }

  /// Hands over the record, which is complete.
  ///
  /// - Parameter fallbackID: the id that the envelope gives the record, for records without one.
  /// - Returns: what an answer says about itself; `nil` for a record.
  func finish(fallbackID: String, line: Int, into collector: RecordCollector) -> AnswerPlan.Finding? {
    mapper.tree.finish()
    if let answer { return answer.finding(mapper.tree) }
    mapper.map(fallbackID: fallbackID, line: line, into: collector)
    return nil
  }
}
