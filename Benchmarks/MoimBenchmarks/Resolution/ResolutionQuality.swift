import EntityResolution
import Foundation
import ParallelExecution
import ResearchProfiles

/// How well bodies are told apart and found again: raw affiliations against ROR, names of listed companies against ROR, and
/// invented organisations with planted duplicates.
struct ResolutionQuality {
  let folder: URL
  let bodyCount: Int
  let executor = ParallelExecutor()

  init(dataPath: String, bodyCount: Int) {
    folder = URL(filePath: dataPath)
    self.bodyCount = bodyCount
  }

  /// Prints tables in Markdown; a sentence for each part whose data are absent.
  func run() throws {
    let sample = folder.appending(path: "ror/ror-sample.jsonl")
    if FileManager.default.fileExists(atPath: sample.path) {
      try runAffiliations(RorRecords.profiles(at: sample))
      try runListedCompanies(RorRecords.profiles(at: folder.appending(path: "ror/ror-korea.jsonl")))
    } else {
      print("skipped: there is no \(sample.path); name the data folder with 'moim-benchmarks resolution FOLDER'")
    }
    runPlanted()
  }

  /// Only strings one of whose right bodies is known are asked for, and only known bodies are expected.
  private func runAffiliations(_ profiles: [OrganizationProfile]) throws {
    let known = Set(profiles.map(\.id.rawValue))
    let strings = try JSONDecoder().decode(
      [Affiliation].self, from: Data(contentsOf: folder.appending(path: "ror/affiliations.json")))
    let matcher = AffiliationMatcher(profiles)
    var matches: [(points: Int, isRight: Bool)] = []
    var expectedCount = 0
    var stringCount = 0
    for string in strings {
      let right = Set(string.ids).intersection(known)
      if right.isEmpty { continue }
      stringCount += 1
      expectedCount += right.count
      for match in matcher.matches(in: string.affiliation, leastPoints: 20) {
        matches.append((match.score.points, right.contains(profiles[match.body].id.rawValue)))
      }
    }
    print("\(stringCount) affiliations, \(expectedCount) bodies to find among \(profiles.count)\n")
    print("| points at least | precision | recall |\n|---:|---:|---:|")
    for least in stride(from: 30, through: 85, by: 5) {
      let taken = matches.filter { $0.points >= least }
      let rightCount = taken.count { $0.isRight }
      let mark = least == AffiliationMatcher.usualLeastPoints ? " (usual)" : ""
      print("| \(least)\(mark) | \(ratio(rightCount, taken.count)) | \(ratio(rightCount, expectedCount)) |")
    }
  }

  /// Prints every match, to be checked by reading.
  private func runListedCompanies(_ profiles: [OrganizationProfile]) throws {
    let path = folder.appending(path: "korean/dart-CORPCODE.xml")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return }
    let companies = text.components(separatedBy: "<list>").dropFirst().map { part -> OrganizationProfile in
      func value(_ element: String) -> String {
        guard let start = part.range(of: "<\(element)>"), let end = part.range(of: "</\(element)>") else { return "" }
        return String(part[start.upperBound..<end.lowerBound]).replacing("&amp;", with: "&")
      }
      var names = LocalizedText(value("corp_name"), language: "ko")
      names.add(value("corp_eng_name"), language: "en")
      let code = value("corp_code")
      return OrganizationProfile(
        id: OrganizationID(code), kind: .company, names: names,
        identifiers: [OrganizationIdentifier(scheme: "DART", value: code)], country: "KR")
    }
    let facts = (profiles + companies).map { BodyFacts($0) }
    let isNew = facts.indices.map { $0 >= profiles.count }
    let resolution = BodyResolver(executor: executor).resolve(facts, isNew: isNew)
    print("\n\(companies.count) companies of DART and \(profiles.count) bodies of ROR in Korea\n")
    for (title, pairs) in [("merged", resolution.merged), ("held", resolution.held)] {
      for pair in pairs where !isNew[pair.primary] {
        let (body, company) = (profiles[pair.primary], companies[pair.other - profiles.count])
        let names = company.names.entries.map(\.text).joined(separator: " / ")
        let others = (body.names.entries.map(\.text) + body.aliases).joined(separator: " / ")
        print("\(title) \(pair.points): \(names) = \(others)")
      }
    }
  }

  private func runPlanted() {
    let bodies = SyntheticBodies(count: bodyCount)
    let profiles = bodies.profiles
    let clock = ContinuousClock()
    let start = clock.now
    let facts = executor.map(count: profiles.count) { index, _ in BodyFacts(profiles[index]) }
    let resolution = BodyResolver(executor: executor).resolve(facts)
    let seconds = (clock.now - start).components
    var together: [Int: [Int: Int]] = [:]
    for (primary, truth) in zip(resolution.primaries, bodies.truth) {
      together[primary, default: [:]][truth, default: 0] += 1
    }
    let rightCount = together.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + Self.pairCount($1) } }
    let foundCount = together.values.reduce(0) { $0 + Self.pairCount($1.values.reduce(0, +)) }
    var sizes: [Int: Int] = [:]
    for truth in bodies.truth { sizes[truth, default: 0] += 1 }
    let plantedCount = sizes.values.reduce(0) { $0 + Self.pairCount($1) }
    print(
      """

      \(bodyCount) invented organisations, \(plantedCount) planted pairs, \(executor.threadCount) threads

      | | found | bar |
      |---|---:|---|
      | seconds | \(seconds.seconds) | < 300 |
      | peak memory of the process, MB | \(String(format: "%.0f", ProcessMemory.peakMegabytes ?? 0)) | < 4000 |
      | precision of pairs | \(ratio(rightCount, foundCount)) | >= 0.99 |
      | recall of pairs | \(ratio(rightCount, plantedCount)) | >= 0.95 |
      | pairs held for a person | \(resolution.held.count) | |
      | pairs compared | \(resolution.comparedPairCount) | |
      """)
  }

  private static func pairCount(_ size: Int) -> Int { size * (size - 1) / 2 }

  private func ratio(_ part: Int, _ whole: Int) -> String {
    String(format: "%.4f", Double(part) / Double(max(1, whole)))
  }
}

/// A raw string and the bodies that it names.
private struct Affiliation: Decodable {
  var affiliation: String
  var ids: [String]

  enum CodingKeys: String, CodingKey {
    case affiliation
    case ids = "ror_ids"
  }
}
