/// How the part of a web service's answer is read that says whether it worked.
struct AnswerRule: Hashable, Sendable {
  var path: FieldPath
  /// Who answered, for messages ("data.go.kr").
  var service: String
  /// What else must be true for it to be an answer at all.
  var conditions: [RecordRule.Condition] = []
  var code: [FieldRule] = []
  var message: [FieldRule] = []
  /// Codes of answers that are as they should be, beside an empty one.
  var goodCodes: Set<String> = []
  /// Codes or messages that mean: nothing was found.
  var emptySigns: [String] = []
  /// What codes, or words of messages, mean to the user; the first that fits counts.
  var meanings: [Meaning] = []

  struct Meaning: Hashable, Sendable {
    var sign: String
    var reason: IngestText
    var remedy: IngestText
  }
}
