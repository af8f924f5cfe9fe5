import Foundation
import Testing
import TextAnalysis

/// Titles of Korean patents as queries for their abstracts. Needs the data folder beside the package.
@Suite struct KoreanRetrievalQualityTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/korean/patent-title").standardizedFileURL

  private struct Item: Decodable {
    var id: String
    var text: String
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: folder.path), "needs ../shared/data/korean/patent-title"),
    arguments: [("standard", 0.80), ("bigram", 0.77), ("whitespace", 0.60)])
  func `a title finds its abstract: mean reciprocal rank over every third title`(
    name: String, least: Double
  ) throws {
    let analyzer = try #require(AnalyzerCatalog.analyzer(named: name))
    let documents = try Self.items("docs.jsonl")
    let queries = try Self.items("queries.jsonl")
    var relevant: [String: String] = [:]
    for line in try Self.lines("qrels.tsv") {
      let fields = line.split(whereSeparator: \.isWhitespace).map(String.init)
      relevant[fields[0]] = fields[2]
    }
    let streams = TermStream.allCases.map { stream in
      BestMatch25(documents.map { AnalyzedText($0.text, by: analyzer).terms(in: stream) })
    }
    var reciprocalRankSum = 0.0
    var queryCount = 0.0
    for query in queries.enumerated().filter({ $0.offset % 3 == 0 }).map(\.element) {
      var scores = [Double](repeating: 0, count: documents.count)
      let text = AnalyzedText(query.text, by: analyzer)
      streams[0].addScores(of: text.terms(in: .word), weight: 1, idfPower: 1, to: &scores)
      streams[1].addScores(of: text.terms(in: .syllable), weight: 0.5, idfPower: 1.5, to: &scores)
      let wanted = try #require(documents.firstIndex { $0.id == relevant[query.id] })
      let rank = 1 + scores.indices.count { scores[$0] > scores[wanted] || scores[$0] == scores[wanted] && $0 < wanted }
      queryCount += 1
      if scores[wanted] > 0, rank <= 100 { reciprocalRankSum += 1 / Double(rank) }
    }
    #expect(reciprocalRankSum / queryCount >= least)
  }

  private static func lines(_ name: String) throws -> [Substring] {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
  }

  private static func items(_ name: String) throws -> [Item] {
    try lines(name).map { try JSONDecoder().decode(Item.self, from: Data($0.utf8)) }
  }
}
