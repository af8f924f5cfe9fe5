import Foundation
import PartnerDiscovery
import ResearchProfiles

/// What share of the bodies with evidence of a certain strength for a need really meet it: where the thresholds of
/// `CoverageScale` come from.
struct CoverageCalibration {
  private struct Pair: Hashable {
    var application: String
    var organization: String
  }

  let matcher: ApplicationMatcher
  let applications: [Application]
  /// Need (nil: all needs of the application) and body, with their grades.
  private let grades: [Pair: [Int?: Int]]

  /// - Parameter judgments: `application, need, organisation, grade` with a header, or `application, 0, organisation,
  ///   grade` without (TREC): then a body is judged for all needs together.
  init(workspace: String, applications: String, judgments: String) throws {
    matcher = ApplicationMatcher(try DiscoverySession(workspace: Workspace(path: workspace)))
    self.applications = try ApplicationSource(path: applications).applications
    let lines = try String(contentsOfFile: judgments, encoding: .utf8).split(separator: "\n")
    let isByNeed = lines.first?.hasPrefix("application") == true
    var grades: [Pair: [Int?: Int]] = [:]
    for line in lines.dropFirst(isByNeed ? 1 : 0) {
      let cells = line.split { $0 == "\t" || $0 == " " }.map(String.init)
      guard cells.count == 4, let grade = Int(cells[3]) else { continue }
      grades[Pair(application: cells[0], organization: cells[2]), default: [:]][isByNeed ? Int(cells[1]) : nil] = grade
    }
    self.grades = grades
  }

  /// Prints a table in Markdown.
  func run() {
    var samples: [(strength: Double, grade: Int)] = []
    var unsupported = (count: 0, met: 0)
    let extractor = NeedExtractor(matcher.session)
    for application in applications {
      for (number, found) in extractor.needs(of: application).enumerated() {
        let strengths = matcher.strengths(of: found.need.statement)
        for (organization, strength) in strengths where organization != application.applicant?.id {
          samples.append((strength, grade(application.id, organization.rawValue, need: number)))
        }
        unsupported.count += matcher.session.counts.organizations - strengths.count
      }
    }
    samples.sort { ($0.strength, $0.grade) < ($1.strength, $1.grade) }
    let base = Double(samples.count { $0.grade > 0 }) / Double(max(1, samples.count))
    print(
      "\(samples.count) pairs of a need and a body with evidence, \(Self.percent(base)) of them judged to meet it\n")
    print("Average precision: \(String(format: "%.4f", Self.averagePrecision(samples)))\n")
    print("| strength | pairs | grade 1 or 2 | grade 2 | times the base |\n|---|---:|---:|---:|---:|")
    for step in 0..<20 {
      let (low, high) = (Double(step) * 0.05, Double(step + 1) * 0.05)
      let part = samples.filter { $0.strength >= low && ($0.strength < high || step == 19) }
      guard !part.isEmpty else { continue }
      let met = Double(part.count { $0.grade > 0 }) / Double(part.count)
      let solid = Double(part.count { $0.grade > 1 }) / Double(part.count)
      print(
        "| \(String(format: "%.2f to %.2f", low, high)) | \(part.count) | \(Self.percent(met)) | \(Self.percent(solid)) | "
          + "\(String(format: "%.2f", base > 0 ? met / base : 0)) |")
    }
    print("\nIsotonic (pool adjacent violators), grade above 0:")
    for block in Self.isotonic(samples.map { ($0.strength, $0.grade > 0 ? 1 : 0) })
    where block.count >= samples.count / 200 {
      print(
        "- from \(String(format: "%.3f", block.start)): \(Self.percent(block.mean)) of \(block.count)")
    }
  }

  private func grade(_ application: String, _ organization: String, need: Int) -> Int {
    let grades = grades[Pair(application: application, organization: organization)]
    return grades?[need] ?? grades?[nil] ?? 0
  }

  /// Of all pairs in falling order of strength.
  private static func averagePrecision(_ ascending: [(strength: Double, grade: Int)]) -> Double {
    var (found, sum) = (0, 0.0)
    for (place, sample) in ascending.reversed().enumerated() where sample.grade > 0 {
      found += 1
      sum += Double(found) / Double(place + 1)
    }
    return found > 0 ? sum / Double(found) : 0
  }

  private static func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }

  /// - Parameter samples: by strength, ascending.
  private static func isotonic(_ samples: [(Double, Double)]) -> [(start: Double, mean: Double, count: Int)] {
    var blocks: [(start: Double, sum: Double, count: Int)] = []
    for (strength, outcome) in samples {
      blocks.append((strength, outcome, 1))
      while blocks.count > 1 {
        let (last, before) = (blocks[blocks.count - 1], blocks[blocks.count - 2])
        guard last.sum / Double(last.count) <= before.sum / Double(before.count) else { break }
        blocks.removeLast(2)
        blocks.append((before.start, before.sum + last.sum, before.count + last.count))
      }
    }
    return blocks.map { ($0.start, $0.sum / Double($0.count), $0.count) }
  }
}
