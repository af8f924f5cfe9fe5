import Foundation
import GlossaryFiles
import ParallelExecution
import Retrieval
import SearchIndex
import TermBridging
import TextAnalysis

/// How well queries of one language find texts of the other, on real bilingual patent titles; and that queries of a
/// collection's own language find what they found before.
///
/// Titles of odd lines and of even lines are mined and tested in turns, so that no tested pair was mined; all titles of
/// the other language are in the index. A title is found by its line: other titles that say the same do not count.
struct BridgingQuality {
  private struct Title {
    var korean: String
    var english: String
  }

  private struct Judged: Decodable {
    var id: String
    var text: String
  }

  let folder: URL
  private let analyzer = StandardAnalyzer()
  private let glossary: Glossary

  /// - Parameter dataPath: the data folder, with `korean/` in it.
  init(dataPath: String) {
    folder = URL(filePath: dataPath).appending(path: "korean")
    var reader = GlossaryReader()
    for file in GlossaryFiles.all { reader.read(file: file.name, bytes: file.bytes) }
    glossary = Glossary(reader.concepts, analyzer: analyzer)
  }

  /// Prints tables in Markdown; a sentence where the data are absent.
  func run() throws {
    let path = folder.appending(path: "bilingual-titles.tsv")
    guard FileManager.default.fileExists(atPath: path.path) else {
      return print("skipped: there is no \(path.path); name the data folder with 'moim-benchmarks bridging FOLDER'")
    }
    let titles = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { line in
      let cells = line.split(separator: "\t").map(String.init)
      return Title(korean: cells[0], english: cells[1])
    }
    let work = try WorkFolder()
    let english = try index(numbered(titles.map(\.english)), at: work.file("english"), field: .title)
    let korean = try index(numbered(titles.map(\.korean)), at: work.file("korean"), field: .title)
    print(
      "| \(titles.count) patent titles, R@10 (reciprocal rank) | none | glossary | mined | both |\n|---|---|---|---|---|"
    )
    print(row("Korean title finds the English one", titles.map(\.korean), in: english, titles))
    print(row("English title finds the Korean one", titles.map(\.english), in: korean, titles))
    try runBesideKorean(titles, work)
  }

  /// The same where Korean abstracts are in the index too, and Korean queries for those.
  private func runBesideKorean(_ titles: [Title], _ work: WorkFolder) throws {
    let documents = try judged("docs.jsonl")
    let queries = try judged("queries.jsonl")
    var relevant: [String: String] = [:]
    for line in try text("qrels.tsv").split(separator: "\n") {
      let cells = line.split(whereSeparator: \.isWhitespace).map(String.init)
      relevant[cells[0]] = cells[2]
    }
    let abstracts = documents.map { ($0.id, $0.text) }
    let mixed = try index(abstracts + numbered(titles.map(\.english)), at: work.file("mixed"), field: .text)
    print(row("the same among \(documents.count) Korean abstracts", titles.map(\.korean), in: mixed, titles))
    let monolingual = try index(abstracts, at: work.file("abstracts"), field: .text)
    var cells: [String] = []
    let bridge = bridge(mining: titles)
    for mode in BridgeMode.allCases {
      let ranks = queries.map { rank(of: relevant[$0.id] ?? "", $0.text, in: monolingual, bridge, mode) }
      cells.append(Self.decimal(Self.reciprocal(ranks)))
    }
    print(
      "\n| \(queries.count) Korean titles for their abstracts, no English beside | none | glossary | mined | both |")
    print("|---|---|---|---|---|\n| reciprocal rank | \(cells.joined(separator: " | ")) |")
  }

  private func row(_ name: String, _ queries: [String], in searcher: Searcher, _ titles: [Title]) -> String {
    let halves = (0..<2).map { half in
      bridge(mining: titles.enumerated().filter { $0.offset % 2 != half }.map(\.element))
    }
    let cells = BridgeMode.allCases.map { mode in
      let ranks = queries.enumerated().map { number, query in
        rank(of: Self.id(number), query, in: searcher, halves[number % 2], mode)
      }
      let recall = Double(ranks.count { $0.map { $0 <= 10 } ?? false }) / Double(ranks.count)
      return "\(Self.decimal(recall)) (\(Self.decimal(Self.reciprocal(ranks))))"
    }
    return "| \(name) | \(cells.joined(separator: " | ")) |"
  }

  private func bridge(mining titles: [Title]) -> TermBridge {
    let texts = titles.map { ParallelText(korean: $0.korean, english: $0.english) }
    return TermBridge(
      glossary: glossary, pairs: TermPairTable(TermPairMiner(analyzer: analyzer).pairs(in: texts)), analyzer: analyzer)
  }

  /// The place of a document among the best hundred, from 1.
  private func rank(
    of id: String, _ text: String, in searcher: Searcher, _ bridge: TermBridge, _ mode: BridgeMode
  ) -> Int? {
    func frequency(_ term: BridgeTerm) -> Int {
      searcher.documentFrequencies(of: [WeightedTerm(stream: term.stream, bytes: term.bytes, weight: 1)])[0]
    }
    let query = QueryBuilder(analyzer: analyzer).query(text: text)
    let added = bridge.expansions(
      of: [text], terms: query.terms.map { BridgeTerm(stream: $0.stream, bytes: $0.bytes, weight: $0.weight) },
      mode: mode, presence: LanguagePresence(analyzer: analyzer, documentFrequency: frequency)
    ) { frequency($0) > 0 }
    let bridged = QueryExpansion().expanded(
      query,
      by: added.map { WeightedTerm(stream: $0.term.stream, bytes: $0.term.bytes, weight: $0.term.weight) },
      in: searcher)
    return searcher.search(bridged, limit: 100).firstIndex { searcher.collection.id(of: $0.document) == id }
      .map { $0 + 1 }
  }

  private func index(_ texts: [(id: String, text: String)], at path: String, field: DocumentField) throws -> Searcher {
    let directory = try IndexDirectory(path: path)
    let schema = IndexSchema(
      titleWeight: 2, textWeight: 1, keywordsWeight: 2, words: .init(k1: 1.2, b: 0.75),
      syllables: .init(k1: 1.2, b: 0.75))
    let update = try IndexUpdate(
      directory: directory, configuration: IndexConfiguration(analyzer: analyzer.identity, schema: schema),
      analyzers: FieldAnalyzers(analyzer), executor: ParallelExecutor())
    for (id, text) in texts {
      try update.add(IndexDocument(id: id, texts: [.init(field: field, text: text)]), to: SearchFixture.collection)
    }
    _ = try update.publish(sequence: 1)
    return try SearchFixture.openSearcher(directory)
  }

  private func numbered(_ texts: [String]) -> [(id: String, text: String)] {
    texts.enumerated().map { (Self.id($0.offset), $0.element) }
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "patent-title/" + name), encoding: .utf8)
  }

  private func judged(_ name: String) throws -> [Judged] {
    try text(name).split(separator: "\n").map { try JSONDecoder().decode(Judged.self, from: Data($0.utf8)) }
  }

  private static func id(_ number: Int) -> String { "title-\(number)" }

  private static func reciprocal(_ ranks: [Int?]) -> Double {
    ranks.reduce(0) { $0 + ($1.map { 1 / Double($0) } ?? 0) } / Double(ranks.count)
  }

  private static func decimal(_ value: Double) -> String { String(format: "%.4f", value) }
}
