import CorpusSynthesis
import Foundation
import ParallelExecution
import PartnerDiscovery
import ProfileIngest
import Retrieval
import SearchIndex
import TextAnalysis

/// What the instruction-count workloads work on: made once without a counter, opened under it.
///
/// A workload is counted as the difference between a run with some repetitions and one with fewer, so that starting the
/// process and opening the index do not matter; one repetition is always made first, so that nothing is done for the
/// first time in what is counted.
struct InstructionFixture {
  private static let searchProfile = small(.search(documentCount: 4000))
  private static let partnerProfile = small(.partners(evidenceCount: 2000))

  private let folder: String

  /// A small vocabulary: making it is most of what a process under a counter does before it begins.
  private static func small(_ profile: CorpusProfile) -> CorpusProfile {
    var profile = profile
    profile.vocabularyCount = 50_000
    return profile
  }

  init(_ folder: String) { self.folder = folder }

  static func prepare(_ folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try SearchFixture(corpus: SyntheticCorpus(searchProfile), path: folder + "/index", executor: .serial)
    let files = CorpusFiles(SyntheticCorpus(partnerProfile))
    try files.writeEvidence(to: folder + "/evidence.jsonl")
    try files.writeCordisFolder(count: 200, to: folder + "/cordis")
    var importing = ImportSources(
      workspace: Workspace(path: folder + "/workspace"), sources: [folder + "/evidence.jsonl"])
    importing.use(threadCount: 1)
    _ = try importing.run()
  }

  func run(_ workload: InstructionWorkload, repeatCount: Int) throws {
    let work = try work(of: workload)
    for _ in 0...repeatCount { try work() }
  }

  private func work(of workload: InstructionWorkload) throws -> () throws -> Void {
    switch workload {
    case .short: try searching(.short, limit: 10)
    case .shortBest1000: try searching(.short, limit: 1000)
    case .filtered: try searching(.filtered, limit: 10)
    case .long: try searching(.long, limit: 10)
    case .longWithoutFrequentWords: try searching(.longWithoutFrequentWords, limit: 10)
    case .decode: try decoding()
    case .dictionary: try lookingUp()
    case .analyzeEnglish: analyzing(SampleText.english(byteCount: 1 << 17), by: StandardAnalyzer())
    case .analyzeKorean: analyzing(SampleText.korean(byteCount: 1 << 17), by: StandardAnalyzer())
    case .analyzeWhitespace: analyzing(SampleText.english(byteCount: 1 << 17), by: WhitespaceAnalyzer())
    case .best10: choosing(10)
    case .best1000: choosing(1000)
    case .invert: inverting()
    case .readJSONLines: reading("evidence.jsonl")
    case .readCordis: reading("cordis")
    case .match: try matching()
    }
  }

  private func openIndex() throws -> SearchFixture {
    try SearchFixture(corpus: SyntheticCorpus(Self.searchProfile), existing: folder + "/index")
  }

  private func searching(_ queryClass: QueryClass, limit: Int) throws -> () -> Void {
    let fixture = try openIndex()
    let queries = fixture.queries(queryClass, count: 10)
    return { for query in queries { _ = fixture.searcher.search(query, limit: limit) } }
  }

  private func decoding() throws -> () -> Void {
    let fixture = try openIndex()
    let lists = (0..<100).flatMap { rank in
      fixture.searcher.collection.segments.compactMap {
        $0.reader.postings(stream: .word, term: fixture.term(ofRank: rank))
      }
    }
    // Lists belong to the segments that the fixture holds.
    return { withExtendedLifetime(fixture) { for list in lists { list.forEachFrequency { _, _ in } } } }
  }

  private func lookingUp() throws -> () -> Void {
    let fixture = try openIndex()
    let terms = (0..<2000).map { fixture.term(ofRank: $0 * 23) }
    return {
      for segment in fixture.searcher.collection.segments {
        for term in terms { _ = segment.reader.postings(stream: .word, term: term) }
      }
    }
  }

  private func choosing(_ limit: Int) -> () -> Void {
    let scores = KernelBenchmarks.scores(count: 100_000)
    return { _ = KernelBenchmarks.best(limit, of: scores) }
  }

  private func analyzing(_ text: [UInt8], by analyzer: any TextAnalyzer) -> () -> Void {
    var buffer = TokenBuffer()
    return { analyzer.analyze(text.span, into: &buffer) }
  }

  private func inverting() -> () throws -> Void {
    let path = folder + "/scratch-index"
    let corpus = SyntheticCorpus(Self.small(.search(documentCount: 500)))
    return {
      try? FileManager.default.removeItem(atPath: path)
      _ = try SearchFixture(corpus: corpus, path: path, executor: .serial)
    }
  }

  private func reading(_ name: String) -> () throws -> Void {
    let path = folder + "/" + name
    return { try IngestReader(sources: [path]).read(threadCount: 0) { _ in } }
  }

  private func matching() throws -> () throws -> Void {
    let matcher = ApplicationMatcher(try DiscoverySession(workspace: Workspace(path: folder + "/workspace")))
    let applications = MatchBenchmarks.applications(of: SyntheticCorpus(Self.partnerProfile), count: 2)
    return { for application in applications { _ = try matcher.match(application, limit: 10) } }
  }
}
