/// What a system answered to each query, best first: a TREC run.
public struct RankedRun: Sendable {
  /// What errors and reports call it.
  public let name: String
  private var rankings: [TrecIdentifier: [TrecIdentifier]] = [:]

  /// Reads lines `query Q0 document rank score tag`. A query's documents are ordered by rank, then by falling score, then
  /// by id bytes; of a document named twice the better place holds.
  public init(file path: String) throws(EvaluationError) {
    name = path
    var lines = Lines(file: TrecFile(name: path))
    try lines.file.forEachLine { (line, fields) throws(EvaluationError) in try lines.add(fields, line: line) }
    rankings = lines.rankings()
  }

  /// The same from text in memory, which errors call `name`.
  public init(text: String, name: String = "run") throws(EvaluationError) {
    self.name = name
    var lines = Lines(file: TrecFile(name: name))
    try lines.file.forEachLine(of: text) { (line, fields) throws(EvaluationError) in try lines.add(fields, line: line) }
    rankings = lines.rankings()
  }

  public var queryCount: Int { rankings.count }

  /// Each document once, best first; nothing for a query that the run does not answer.
  public func ranking(for query: TrecIdentifier) -> [TrecIdentifier] { rankings[query] ?? [] }

  private struct Lines {
    struct Entry {
      var rank: Int
      var score: Double
      var document: TrecIdentifier

      func precedes(_ other: Self) -> Bool {
        if rank != other.rank { return rank < other.rank }
        if score != other.score { return score > other.score }
        return document < other.document
      }
    }

    let file: TrecFile
    var entries: [TrecIdentifier: [Entry]] = [:]

    init(file: TrecFile) { self.file = file }

    mutating func add(_ fields: [ArraySlice<UInt8>], line: Int) throws(EvaluationError) {
      guard fields.count >= 6, let rank = integer(fields[3]),
        let score = Double(String(decoding: fields[4], as: UTF8.self)), !score.isNaN
      else {
        throw file.badLine(
          line, expected: "\"query Q0 document rank score tag\" with a whole rank and a score", found: fields)
      }
      entries[TrecIdentifier(fields[0]), default: []]
        .append(Entry(rank: rank, score: score, document: TrecIdentifier(fields[2])))
    }

    func rankings() -> [TrecIdentifier: [TrecIdentifier]] {
      entries.mapValues { entries in
        var seen: Set<TrecIdentifier> = []
        return entries.sorted { $0.precedes($1) }.map(\.document).filter { seen.insert($0).inserted }
      }
    }
  }
}
