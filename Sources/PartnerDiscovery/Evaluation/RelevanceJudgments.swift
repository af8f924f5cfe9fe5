/// Which documents are relevant to which queries, and how much: TREC qrels.
public struct RelevanceJudgments: Sendable {
  /// Grades above this one would make gains that swamp every other.
  static let highestGrade = 60

  /// What errors and reports call it.
  public let name: String
  /// Queries with a relevant document, in order of their first one: the order in which scores are summed.
  public private(set) var queries: [TrecIdentifier] = []
  private var grades: [TrecIdentifier: [TrecIdentifier: Int]] = [:]

  /// Reads lines `query 0 document grade`. Grades up to 0 say that a document is not relevant; of two judgments of one
  /// document the later relevant one holds.
  public init(file path: String) throws(EvaluationError) {
    name = path
    let file = TrecFile(name: path)
    try file.forEachLine { (line, fields) throws(EvaluationError) in try add(fields, line: line, of: file) }
    if queries.isEmpty { throw .nothingJudgedRelevant(file: path) }
  }

  /// The same from text in memory, which errors call `name`.
  public init(text: String, name: String = "judgments") throws(EvaluationError) {
    self.name = name
    let file = TrecFile(name: name)
    try file.forEachLine(of: text) { (line, fields) throws(EvaluationError) in try add(fields, line: line, of: file) }
    if queries.isEmpty { throw .nothingJudgedRelevant(file: name) }
  }

  /// Grades of the documents relevant to a query, all above 0.
  public func relevantDocuments(for query: TrecIdentifier) -> [TrecIdentifier: Int] { grades[query] ?? [:] }

  private mutating func add(_ fields: [ArraySlice<UInt8>], line: Int, of file: TrecFile) throws(EvaluationError) {
    guard fields.count == 4, let grade = integer(fields[3]), grade <= Self.highestGrade else {
      throw file.badLine(
        line, expected: "\"query 0 document grade\" with a whole grade of at most \(Self.highestGrade)", found: fields)
    }
    guard grade > 0 else { return }
    let query = TrecIdentifier(fields[0])
    if grades[query] == nil { queries.append(query) }
    grades[query, default: [:]][TrecIdentifier(fields[2])] = grade
  }
}
