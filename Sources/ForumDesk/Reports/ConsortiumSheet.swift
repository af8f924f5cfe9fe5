import CallRules
public import ConsortiumMatching
public import PartnerDiscovery
import ResearchProfiles

/// A proposed consortium as it is printed: members with roles and reasons, who meets which need, the call's rules, who could take
/// a seat instead.
public struct ConsortiumSheet: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    public var organization: OrganizationSummary
    public var role: ConsortiumRole
    public var isApplicant: Bool
    public var isPinned: Bool
    /// By need: the level, where it contributes.
    public var levels: [Int: CoverageLevel]
    /// Its best evidence, "title (kind)", at most one for each need.
    public var evidence: [Bilingual]
    /// Who could take the seat, best first.
    public var alternates: [OrganizationSummary]

    public init(
      organization: OrganizationSummary, role: ConsortiumRole, isApplicant: Bool = false, isPinned: Bool = false,
      levels: [Int: CoverageLevel], evidence: [Bilingual] = [], alternates: [OrganizationSummary] = []
    ) {
      self.organization = organization
      self.role = role
      self.isApplicant = isApplicant
      self.isPinned = isPinned
      self.levels = levels
      self.evidence = evidence
      self.alternates = alternates
    }
  }

  public struct Rule: Hashable, Sendable {
    public var title: Bilingual
    public var isRequired: Bool
    public var state: RuleVerdict.State
    /// Names of members that break it or leave it open.
    public var members: [String]
    /// What would have to be known.
    public var missing: [MemberFacts.Field]
    public var reference: String

    public init(
      title: Bilingual, isRequired: Bool, state: RuleVerdict.State, members: [String] = [],
      missing: [MemberFacts.Field] = [], reference: String = ""
    ) {
      self.title = title
      self.isRequired = isRequired
      self.state = state
      self.members = members
      self.missing = missing
      self.reference = reference
    }
  }

  public var receipt: String
  public var title: String
  public var callTitle: Bilingual
  public var needs: [ConsortiumNeed]
  /// The lead first.
  public var members: [Member]
  public var rules: [Rule]
  /// Best level in the set, by need.
  public var coverage: [CoverageLevel]
  /// Needs that one member alone meets.
  public var singleSupplierNeeds: [Int]

  public init(
    receipt: String, title: String, callTitle: Bilingual, needs: [ConsortiumNeed], members: [Member], rules: [Rule],
    coverage: [CoverageLevel], singleSupplierNeeds: [Int] = []
  ) {
    precondition(coverage.count == needs.count, "a level for each need")
    self.receipt = receipt
    self.title = title
    self.callTitle = callTitle
    self.needs = needs
    self.members = members
    self.rules = rules
    self.coverage = coverage
    self.singleSupplierNeeds = singleSupplierNeeds
  }

  /// What a workbench proposed.
  public init(_ proposal: ConsortiumProposal, on workbench: ConsortiumWorkbench) {
    let book = workbench.problem.book
    func members(of verdict: RuleVerdict) -> [String] {
      Set(verdict.members + verdict.missing.compactMap(\.member)).sorted().map {
        workbench.summary(ofMember: $0).name
      }
    }
    self.init(
      receipt: workbench.application.id, title: workbench.application.title,
      callTitle: Bilingual(
        book.title.isEmpty ? book.name : book.title.text(preferring: ["ko"]),
        book.title.isEmpty ? book.name : book.title.text(preferring: ["en"])),
      needs: workbench.problem.needs,
      members: proposal.seats.map { seat in
        let isApplicant = seat.member == workbench.problem.applicantNumber
        let evidence = seat.contributions.compactMap { contribution in
          isApplicant ? nil : workbench.evidence(ofCandidate: seat.member, need: contribution.need)?.result
        }
        var seen: Set<EvidenceID> = []
        return Member(
          organization: workbench.summary(ofMember: seat.member), role: seat.role, isApplicant: isApplicant,
          isPinned: seat.isPinned,
          levels: Dictionary(seat.contributions.map { ($0.need, $0.level) }, uniquingKeysWith: max),
          evidence: evidence.filter { seen.insert($0.id).inserted }.map { result in
            let kind = Bilingual(result.kind)
            return Bilingual("\(result.title) (\(kind.korean))", "\(result.title) (\(kind.english))")
          },
          alternates: seat.alternates.map { workbench.summary(ofMember: $0.candidate) })
      },
      rules: proposal.verdicts.map { verdict in
        let rule = book.rules[verdict.rule]
        return Rule(
          title: Bilingual(rule), isRequired: rule.strength == .required, state: verdict.state,
          members: members(of: verdict),
          missing: MemberFacts.Field.allCases.filter { field in verdict.missing.contains { $0.field == field } },
          reference: rule.reference)
      },
      coverage: proposal.coverage, singleSupplierNeeds: proposal.singleSupplierNeeds)
  }
}
