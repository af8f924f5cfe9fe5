public import ForumRecords
public import PartnerDiscovery
public import ResearchProfiles
import Retrieval

/// A ranked partner as a brief shows it: with reasons and words of its sources, without persons.
public struct BriefPartner: Hashable, Sendable {
  /// Where a source shows why.
  public struct Quotation: Hashable, Sendable {
    public var kind: EvidenceKind
    public var title: String
    public var year: Int?
    public var role: ParticipationRole
    /// Words of the source; `nil` where only the title shows it.
    public var text: String?

    public init(
      kind: EvidenceKind, title: String, year: Int? = nil, role: ParticipationRole, text: String? = nil
    ) {
      self.kind = kind
      self.title = title
      self.year = year
      self.role = role
      self.text = text
    }
  }

  /// From 1.
  public var rank: Int
  public var organization: OrganizationSummary
  public var level: Suggestion.Level
  public var reasons: [Bilingual]
  public var quotations: [Quotation]
  public var interest: InterestAnswer?
  public var mark: PartnerMark.Kind?

  public init(
    rank: Int, organization: OrganizationSummary, level: Suggestion.Level, reasons: [Bilingual],
    quotations: [Quotation], interest: InterestAnswer? = nil, mark: PartnerMark.Kind? = nil
  ) {
    self.rank = rank
    self.organization = organization
    self.level = level
    self.reasons = reasons
    self.quotations = quotations
    self.interest = interest
    self.mark = mark
  }

  /// What was kept with a suggestion.
  ///
  /// - Parameter organization: the body that it names.
  public init(
    _ suggestion: Suggestion, organization: OrganizationSummary, interest: InterestAnswer? = nil,
    mark: PartnerMark.Kind? = nil
  ) {
    let kept = SuggestionReasons(json: suggestion.reasons)
    self.init(
      rank: suggestion.rank, organization: organization, level: suggestion.level, reasons: kept?.sentences ?? [],
      quotations: kept?.evidence.map { item in
        Quotation(
          kind: item.kind, title: item.title, year: item.year, role: item.role,
          text: item.passage)
      } ?? [], interest: interest, mark: mark)
  }

  /// What the matcher found.
  public init(
    rank: Int, match: PartnerMatch, level: Suggestion.Level, reasons: [Bilingual], interest: InterestAnswer? = nil,
    mark: PartnerMark.Kind? = nil
  ) {
    self.init(
      rank: rank, organization: match.organization, level: level, reasons: reasons,
      quotations: match.evidence.map { evidence in
        Quotation(
          kind: evidence.result.kind, title: evidence.result.title, year: evidence.result.date?.components.year,
          role: evidence.role,
          text: evidence.result.passage?.text)
      }, interest: interest, mark: mark)
  }
}
