/// An ``AnswerRule`` with the outline of what it asks for.
final class AnswerPlan: Sendable {
  /// What an answer says about itself.
  struct Finding: Equatable {
    /// Whether nothing was found, which is no error.
    var isEmpty: Bool
    /// Whether the code or message is one that is known.
    var isUnderstood: Bool
    var reason: IngestText
    var remedy: IngestText
  }

  let plan: RecordPlan
  private let rule: AnswerRule

  init(_ rule: AnswerRule) {
    // Code and message are taken up as if they were the titles and texts of a record.
    var record = RecordRule(path: rule.path, subject: rule.service, product: .evidence)
    record.conditions = rule.conditions
    record.titles = rule.code
    record.texts = rule.message
    plan = RecordPlan([(record, .mappedXML)])
    self.rule = rule
  }

  /// What the answer says, or `nil` where it is as it should be.
  ///
  /// - Parameter tree: one of this plan.
  func finding(_ tree: RecordTree) -> Finding? {
    let values = RecordValues(tree: tree)
    guard values.holds(conditionsOf: 0) else { return nil }
    let asked = plan.rules[0]
    let code = values.first(asked.titles, RecordValues.Scope()) ?? ""
    let message = values.first(asked.texts, RecordValues.Scope()) ?? ""
    if isSign(rule.emptySigns, code, message) {
      return Finding(
        isEmpty: true, isUnderstood: true,
        reason: "\(IngestText(rule.service)) found nothing: the answer holds no records",
        remedy: "repeat the search with other words")
    }
    guard !rule.code.isEmpty || !message.isEmpty else { return nil }
    if !rule.code.isEmpty, code.isEmpty || rule.goodCodes.contains(code) { return nil }
    for meaning in rule.meanings where isSign([meaning.sign], code, message) {
      return Finding(
        isEmpty: false, isUnderstood: true,
        reason: "\(IngestText(rule.service)) did not answer with data: \(meaning.reason)",
        remedy: meaning.remedy)
    }
    // The server's own words, as far as they cannot hold the key that was sent.
    let words = SecretText.message(String(message.prefix(200)))
    let shown = [SecretText.message(String(code.prefix(40))), words].filter { !$0.isEmpty }.joined(separator: ": ")
    return Finding(
      isEmpty: false, isUnderstood: false,
      reason: "\(IngestText(rule.service)) answered with an error instead of data: \(shown)",
      remedy: "repeat the request that made this file")
  }

  private func isSign(_ signs: [String], _ code: String, _ message: String) -> Bool {
    signs.contains { sign in
      sign == code || sign.utf8.count > 1 && sign.contains { !$0.isNumber } && message.contains(sign)
    }
  }
}
