public import CallRules
public import ConsortiumMatching
public import ResearchProfiles

/// Proposed consortia as JSON.
public struct ProposalDocument: Encodable, Sendable {
  public struct Level: Encodable, Sendable {
    public var need: Int
    public var level: String
    public var levelKo: String
    public var isBest: Bool?
    public var evidence: EvidenceDocument?

    enum CodingKeys: String, CodingKey {
      case need, level, evidence
      case levelKo = "level_ko"
      case isBest = "is_best"
    }
  }

  public struct Alternate: Encodable, Sendable {
    public var organization: OrganizationDocument
    public var valueChange: Int

    enum CodingKeys: String, CodingKey {
      case organization
      case valueChange = "value_change"
    }
  }

  public struct Member: Encodable, Sendable {
    public var organization: OrganizationDocument
    public var role: String
    public var roleKo: String
    public var isApplicant: Bool
    public var marginalValue: Int?
    public var needs: [Level]
    public var alternates: [Alternate]

    enum CodingKeys: String, CodingKey {
      case organization, role, needs, alternates
      case roleKo = "role_ko"
      case isApplicant = "is_applicant"
      case marginalValue = "marginal_value"
    }
  }

  public struct Missing: Encodable, Sendable {
    public var organization: String?
    public var field: String
  }

  public struct Rule: Encodable, Sendable {
    public var id: String
    public var title: LocalizedText
    public var strength: String
    public var state: String
    public var found: Int?
    public var organizations: [String]
    public var missing: [Missing]
    public var reference: String
  }

  public struct Proposal: Encodable, Sendable {
    public var value: Int
    public var bound: Int
    public var gap: Double
    public var isOptimal: Bool
    public var members: [Member]
    public var coverage: [Level]
    public var uncovered: [Int]
    public var singleSuppliers: [Int]
    public var rules: [Rule]

    enum CodingKeys: String, CodingKey {
      case value, bound, gap, members, coverage, uncovered, rules
      case isOptimal = "is_optimal"
      case singleSuppliers = "single_suppliers"
    }
  }

  public struct Declined: Encodable, Sendable {
    public var organization: String
    public var othersStay: Proposal?
    public var anew: Proposal?

    enum CodingKeys: String, CodingKey {
      case organization, anew
      case othersStay = "others_stay"
    }
  }

  public var application: String
  public var rules: String
  public var candidates: Int
  public var needs: [NeedsDocument.Item]
  public var proposals: [Proposal]
  /// Demands that cannot hold together, a sentence each; absent where there are proposals.
  public var conflict: [String]?
  public var ifDeclined: Declined?

  enum CodingKeys: String, CodingKey {
    case application, rules, candidates, needs, proposals, conflict
    case ifDeclined = "if_declined"
  }

  public init(_ workbench: ConsortiumWorkbench, _ plan: ConsortiumPlan, _ book: RuleBook, ifDeclined: DeclinedPlan?) {
    application = workbench.application.id
    rules = book.name
    candidates = workbench.candidateCount
    needs = NeedsDocument(workbench.application, workbench.needs).needs
    proposals = plan.proposals.map { Self.proposal($0, workbench, book) }
    conflict = plan.conflict?.demands.map { workbench.sentence(for: $0, book) }
    self.ifDeclined = ifDeclined.map { declined in
      Declined(
        organization: workbench.summary(ofMember: declined.declined).id.rawValue,
        othersStay: declined.kept.proposals.first.map { Self.proposal($0, workbench, book) },
        anew: declined.anew.proposals.first.map { Self.proposal($0, workbench, book) })
    }
  }

  private static func level(_ level: CoverageLevel, need: Int) -> Level {
    Level(need: need, level: level.name, levelKo: level.koreanName)
  }

  private static func proposal(
    _ proposal: ConsortiumProposal, _ workbench: ConsortiumWorkbench, _ book: RuleBook
  ) -> Proposal {
    func id(_ member: Int) -> String { workbench.summary(ofMember: member).id.rawValue }
    let members = proposal.seats.map { seat in
      Member(
        organization: OrganizationDocument(workbench.summary(ofMember: seat.member)), role: seat.role.rawValue,
        roleKo: seat.role.koreanName, isApplicant: seat.member == workbench.problem.applicantNumber,
        marginalValue: seat.marginalValue,
        needs: seat.contributions.map { contribution in
          var level = Self.level(contribution.level, need: contribution.need)
          level.isBest = contribution.isBest
          level.evidence = workbench.evidence(ofCandidate: seat.member, need: contribution.need).map {
            EvidenceDocument($0)
          }
          return level
        },
        alternates: seat.alternates.map {
          Alternate(
            organization: OrganizationDocument(workbench.summary(ofMember: $0.candidate)), valueChange: $0.valueChange)
        })
    }
    let rules = proposal.verdicts.map { verdict in
      let rule = book.rules[verdict.rule]
      return Rule(
        id: rule.id, title: rule.title, strength: rule.strength.rawValue, state: verdict.state.rawValue,
        found: verdict.found, organizations: verdict.members.map(id),
        missing: verdict.missing.map { Missing(organization: $0.member.map(id), field: $0.field.rawValue) },
        reference: rule.reference)
    }
    return Proposal(
      value: proposal.found.value, bound: proposal.found.bound, gap: proposal.found.gap,
      isOptimal: proposal.found.isOptimal, members: members,
      coverage: proposal.coverage.enumerated().map { level($1, need: $0) }, uncovered: proposal.uncoveredNeeds,
      singleSuppliers: proposal.singleSupplierNeeds, rules: rules)
  }
}
