import CallRules
import ConsortiumMatching
public import ForumRecords
import PartnerDiscovery
import ResearchFields
import ResearchProfiles

extension ForumDesk {
  /// One application with its suggestions and the clinic's findings, for the table at which it is talked over. No contact.
  ///
  /// - Throws: errors of the store.
  public func brief(of application: ForumApplication) throws -> Report {
    let interests = try store.interests(receipt: application.receipt)
    let marks = try store.marks(receipt: application.receipt)
    let partners = try suggestions(of: application.receipt).prefix(Self.releasedCount).map {
      suggestion -> BriefPartner in
      var partner = BriefPartner(
        suggestion,
        organization: live?.session.summary(of: suggestion.organization)
          ?? OrganizationSummary(id: suggestion.organization, name: suggestion.organization.rawValue),
        interest: interests.first { $0.organization == suggestion.organization }?.answer,
        mark: marks.first { $0.organization == suggestion.organization }?.kind)
      // Several parts of a score may be told in the same words.
      var seen: Set<Bilingual> = []
      partner.reasons.removeAll { !seen.insert($0).inserted }
      return partner
    }
    let others = try store.applications().items.filter { $0.status != .withdrawn }
    let findings = live.map { live in
      application.wantsJointResearch
        ? live.clinic.examine(application, others: others).checks.filter { $0.state != .good }.map { check in
          Bilingual(
            "\(check.title.korean): \(check.finding.korean)", "\(check.title.english): \(check.finding.english)")
        } : []
    }
    return ApplicationBrief(
      application: application, partners: Array(partners), findings: findings ?? [],
      fieldName: application.field.flatMap { Self.fieldName($0) }
    ).report(made: now)
  }

  static func fieldName(_ code: String) -> Bilingual? {
    FieldList.standard[code].map { Bilingual($0.korean, $0.english) }
  }

  /// A proposed consortium as it is printed.
  ///
  /// - Parameter number: of the proposal, from 1.
  /// - Returns: `nil` where there are fewer proposals.
  public func proposal(_ number: Int, of answer: ConsortiumAnswer) -> Report? {
    guard answer.plan.proposals.indices.contains(number - 1) else { return nil }
    return ConsortiumSheet(answer.plan.proposals[number - 1], on: answer.workbench).report(made: now)
  }

  /// The report on the whole forum.
  ///
  /// - Throws: errors of the store; a stored allocation that cannot be read is left out.
  public func forumReport(landscape: Landscape) throws -> ForumReport {
    let applications = try exportedApplications()
    let introductions = try store.introductions().items
    let run = allocations.currentID.flatMap { try? allocations.run($0) }
    let days = applications.map(\.submitted.seoulDate).sorted()
    return ForumReport(
      forumName: Bilingual("서울 퀀텀 플랫폼 포럼", "Seoul Quantum Platform Forum"),
      period: days.first.map { first in
        days.last == first ? "\(first)" : "\(first) – \(days.last ?? first)"
      } ?? "",
      statistics: ForumStatistics(
        applications: applications, interests: try applications.flatMap { try store.interests(receipt: $0.receipt) },
        introductions: introductions, outcomes: try introductions.flatMap { try store.outcomes(introduction: $0.id) },
        counselling: try store.counsellingSessions().items, provisions: try store.provisions().items),
      landscape: landscape, allocation: run?.outcome, prices: run?.prices ?? [],
      reasonNames: Dictionary(uniqueKeysWithValues: DeclineReason.allCases.map { ($0.rawValue, $0.name) }))
  }
}
