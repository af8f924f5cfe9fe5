import PartnerDiscovery
import ResearchProfiles

/// Allocations as people read them.
struct AllocationText {
  private let session: DiscoverySession

  init(_ session: DiscoverySession) { self.session = session }

  func text(_ run: AllocationRun, _ applications: [Application]) -> String {
    let titles = Dictionary(applications.map { ($0.id, $0.title) }) { first, _ in first }
    var lines: [String] = []
    for application in run.applications {
      lines.append(Terminal.bold("\(application.id)  \(titles[application.id] ?? "")"))
      if let reason = application.reason { lines.append("   \(reason)") }
      for (place, introduction) in application.introductions.enumerated() {
        let name = session.summary(of: introduction.organization).map { ResultText.heading($0) }
        lines.append(
          "   \(place + 1). \(name ?? introduction.organization.rawValue)  match \(Self.percent(introduction.quality))"
            + (introduction.isPinned ? "  pinned 고정" : ""))
      }
    }
    let outcome = run.outcome
    lines += [
      "", Terminal.bold("whole forum 전체 배정") + (outcome.isProven ? "  every step proven best 단계별 최적 확인" : ""),
      "  \(outcome.served) of \(run.applications.count) applications have a suggestion, \(outcome.introductions) introductions",
      "  best suggestion, of the best that the applicant could have: worst served \(Self.percent(outcome.smallestBest)), "
        + "mean \(Self.percent(Int(outcome.meanBest)))",
      "  exposure: Gini \(Format.decimal(outcome.exposureGini, 3)), at most \(outcome.largestExposure) a body; newcomers "
        + "\(Format.decimal(outcome.newcomerShare * 100, 1)) % of the introductions",
    ]
    for price in run.prices {
      lines.append(
        "  price of \(price.constraint.replacing("_", with: " ")): \(Format.decimal(price.lostShare * 100, 2)) % of match "
          + "quality (without it: worst served \(Self.percent(price.smallestBestWithout)), \(price.servedWithout) served)"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func text(_ difference: AllocationDifference, from first: String, to second: String) -> String {
    var lines = [
      "from run \(first) to run \(second): \(difference.changes.count) applications changed, \(difference.keptCount) "
        + "introductions kept, quality \(signed(difference.sumChange)), worst served "
        + "\(signed(difference.smallestBestChange)), served \(signed(difference.servedChange))"
    ]
    for change in difference.changes {
      lines.append(
        "  \(change.application): " + change.removed.map { "-\($0)" }.joined(separator: " ")
          + (change.removed.isEmpty || change.added.isEmpty ? "" : " ")
          + change.added.map { "+\($0)" }.joined(separator: " "))
    }
    return lines.joined(separator: "\n")
  }

  private static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

  private static func percent(_ quality: Int) -> String { Format.decimal(Double(quality) / 100, 1) + " %" }
}
