import ForumRecords
import PartnerDiscovery
import ResearchProfiles
public import TableWriting

/// Lists that can be taken out of the forum. None of them holds personal data; ``ForumDesk/providePersonalExport(recipient:purpose:language:actor:)``
/// is the one that does.
public enum ForumExport: String, CaseIterable, Hashable, Sendable {
  case applications
  case organizations
  case suggestions
  case introductions
  case courses
  case consents

  public var name: Bilingual {
    switch self {
    case .applications: Bilingual("신청", "Applications")
    case .organizations: Bilingual("기관", "Organisations")
    case .suggestions: Bilingual("추천", "Suggestions")
    case .introductions: Bilingual("소개와 성과", "Introductions and outcomes")
    case .courses: Bilingual("교육과정 수요", "Course demand")
    case .consents: Bilingual("동의와 제공 대장", "Consents and provisions")
    }
  }

  /// Organisations that a table holds at most; more are for JSON Lines and CERIF, which are written as they are read.
  public static let organizationLimit = 100_000

  public enum Problem: Error, Equatable, Sendable, CustomStringConvertible {
    case tooManyOrganizations(count: Int)

    public var description: String {
      switch self {
      case .tooManyOrganizations(let count):
        "\(count) organisations are more than a table takes (\(ForumExport.organizationLimit)): export JSON Lines or CERIF"
      }
    }
  }
}

extension ForumDesk {
  /// The tables of an export as they are now.
  ///
  /// - Throws: errors of the store and of the registry, ``ForumExport/Problem``.
  /// - Complexity: linear in what is exported.
  public func tables(of export: ForumExport, language: Language) async throws -> [Table] {
    try await offThread { [self] in try makeTables(of: export, language) }
  }

  private func makeTables(of export: ForumExport, _ language: Language) throws -> [Table] {
    switch export {
    case .applications: [ForumTables(language: language).applications(try exportedApplications())]
    case .courses: [ForumTables(language: language).courseDemands(try exportedApplications())]
    case .organizations: [try organizationTable(language)]
    case .suggestions: [try suggestionTable(language)]
    case .introductions: [try introductionTable(language)]
    case .consents:
      ForumTables(language: language).consentLedger(
        try exportedApplications().flatMap { try store.consents(receipt: $0.receipt) },
        try store.provisions().items.reversed(), at: now)
    }
  }

  func exportedApplications() throws -> [ForumApplication] {
    var filter = ApplicationFilter()
    filter.order = .oldestFirst
    return try store.applications(filter).items
  }

  private func organizationTable(_ language: Language) throws -> Table {
    var profiles: [OrganizationProfile] = []
    var counts: [OrganizationID: Int] = [:]
    if let registry = try registry() {
      let count = try registry.counts().organizationCount
      if count > ForumExport.organizationLimit { throw ForumExport.Problem.tooManyOrganizations(count: count) }
      _ = try registry.changes(after: 0) { batch in
        switch batch {
        case .organizations(let found): profiles += found
        case .evidence(let found):
          for evidence in found {
            for organization in Set(evidence.participants.map(\.organization)) { counts[organization, default: 0] += 1 }
          }
        case .deletedEvidence, .deletedOrganizations, .mergedOrganizations: break
        }
      }
    }
    profiles.sort { $0.id < $1.id }
    return ForumTables(language: language).organizations(profiles, evidenceCounts: counts)
  }

  private func suggestionTable(_ language: Language) throws -> Table {
    var suggestions: [Suggestion] = []
    var interests: [Interest] = []
    for application in try exportedApplications() {
      suggestions += try self.suggestions(of: application.receipt)
      interests += try store.interests(receipt: application.receipt)
    }
    return ForumTables(language: language, names: names(of: suggestions.map(\.organization))).suggestions(
      suggestions, interests: interests,
      reasons: { SuggestionReasons(json: $0.reasons)?.sentences ?? [] })
  }

  private func introductionTable(_ language: Language) throws -> Table {
    let introductions = try store.introductions().items.reversed()
    let outcomes = try introductions.flatMap { try store.outcomes(introduction: $0.id) }
    return ForumTables(language: language, names: names(of: introductions.map(\.organization))).introductions(
      Array(introductions), outcomes: outcomes)
  }

  private func names(of ids: [OrganizationID]) -> [OrganizationID: String] {
    Dictionary(uniqueKeysWithValues: Set(ids).map { ($0, name(of: $0)) })
  }
}
