import CorpusSynthesis
import Foundation
import ParallelExecution
import PartnerDiscovery
import ResearchProfiles

/// Ranked partners for whole applications.
struct MatchBenchmarks {
  let corpus: SyntheticCorpus
  let applicationCount: Int

  private var pool: String {
    "\(corpus.profile.documentCount) pieces of evidence and \(corpus.profile.organizationCount) organisations"
  }
  private var openName: String { "opens a workspace of \(pool)" }
  private var matcherName: String { "makes a matcher for \(pool)" }
  private var firstName: String {
    "ranks the best 10 partners of the first application after opening, among \(pool)"
  }
  private func rankName(_ threadCount: Int) -> String {
    "ranks the best 10 partners of applications (100 to 300 words) among \(pool) on \(IndexBenchmarks.threads(threadCount))"
  }
  private var describeName: String {
    "ranks and describes the best 10 partners with evidence among \(pool) on one thread"
  }

  var names: [String] { [openName, matcherName, firstName, rankName(1), rankName(2), describeName] }

  func run(_ report: BenchmarkReport, workspace path: String) throws {
    let session = try DiscoverySession(workspace: Workspace(path: path))
    report.measure(openName) { name in
      let sample = Stopwatch.sample(count: 5) { _ in _ = try? DiscoverySession(workspace: Workspace(path: path)) }
      return .latency(name, sample, rateUnit: "/s", check: "")
    }
    report.measure(matcherName) { name in
      .latency(name, Stopwatch.sample(count: 3) { _ in _ = ApplicationMatcher(session) }, rateUnit: "/s", check: "")
    }
    let applications = Self.applications(of: corpus, count: applicationCount)
    report.measure(firstName) { name in
      // Each matcher sees one application, and nothing is remembered of its terms.
      let matchers = applications.prefix(5).map { _ in ApplicationMatcher(session) }
      let seconds = zip(matchers, applications).map { matcher, application in
        Stopwatch.seconds { _ = try? matcher.rank(application, limit: 10) }
      }
      let sample = LatencySample(microseconds: seconds.map { $0 * 1e6 }, wallSeconds: seconds.reduce(0, +))
      return .latency(name, sample, rateUnit: "applications/s", check: "")
    }
    let matcher = ApplicationMatcher(session)
    for threadCount in [1, 2] {
      try report.measure(rankName(threadCount)) { name in
        let check = try verify(name, matcher, applications)
        let sample = Stopwatch.sample(
          count: applications.count, executor: ParallelExecutor(threadCount: threadCount)
        ) { _ = try? matcher.rank(applications[$0], limit: 10) }
        return .latency(name, sample, rateUnit: "applications/s", check: check)
      }
    }
    report.measure(describeName) { name in
      let sample = Stopwatch.sample(count: applications.count) { _ = try? matcher.match(applications[$0], limit: 10) }
      return .latency(name, sample, rateUnit: "applications/s", check: "")
    }
  }

  static func applications(of corpus: SyntheticCorpus, count: Int) -> [Application] {
    (0..<count).map { number in
      let made = corpus.application(number)
      func text(_ words: some Sequence<UInt32>) -> String {
        String(decoding: corpus.vocabulary.text(of: Array(words)), as: UTF8.self)
      }
      return Application(
        id: made.id, title: text(made.words.prefix(10)), summary: text(made.words.dropFirst(10)),
        applicant: Applicant(id: OrganizationID(made.applicant.id)))
    }
  }

  /// Ten partners each, never the applicant, the same on two threads and in a described match.
  private func verify(_ name: String, _ matcher: ApplicationMatcher, _ applications: [Application]) throws -> String {
    let sample = Array(applications.prefix(10))
    let parallel = matcher.run(sample, limit: 10, threadCount: 2, isWarmed: false)
    for (application, answer) in zip(sample, parallel.answers) {
      let ranked = try matcher.rank(application, limit: 10).map { $0.id.rawValue }
      let described = try matcher.match(application, limit: 10).map { $0.organization.id.rawValue }
      guard ranked.count == 10, ranked == answer.results.map(\.id), ranked == described,
        !ranked.contains(application.applicant?.id?.rawValue ?? "")
      else { throw BenchmarkError.wrongAnswer(benchmark: name, detail: "application \(application.id)") }
    }
    return "\(sample.count): threads agree, no applicant"
  }
}
