import CallRules
import ConsortiumMatching
import PartnerDiscovery
import ResearchProfiles

/// The needs of an application as JSON that can be edited and put into it.
struct NeedsDocument: Encodable {
  struct Item: Encodable {
    var statement: String
    var urgency: String
    var origin: String
  }

  var id: String
  var needs: [Item]

  init(_ application: Application, _ needs: [NeedExtractor.FoundNeed]) {
    id = application.id
    self.needs = needs.map {
      Item(statement: $0.need.statement, urgency: $0.need.urgency.rawValue, origin: $0.origin.rawValue)
    }
  }
}

/// An answer to `moim propose` as JSON.
struct ProposalDocument: Encodable {
  struct Level: Encodable {
    var need: Int
    var level: String
    var levelKo: String
    var isBest: Bool?
    var evidence: EvidenceDocument?

    enum CodingKeys: String, CodingKey {
      case need, level, evidence
      case levelKo = "level_ko"
      case isBest = "is_best"
    }
  }

  struct Alternate: Encodable {
    var organization: OrganizationDocument
    var valueChange: Int

    enum CodingKeys: String, CodingKey {
      case organization
      case valueChange = "value_change"
    }
  }

  struct Member: Encodable {
    var organization: OrganizationDocument
    var role: String
    var roleKo: String
    var isApplicant: Bool
    var marginalValue: Int?
    var needs: [Level]
    var alternates: [Alternate]

    enum CodingKeys: String, CodingKey {
      case organization, role, needs, alternates
      case roleKo = "role_ko"
      case isApplicant = "is_applicant"
      case marginalValue = "marginal_value"
    }
  }

  struct Missing: Encodable {
    var organization: String?
    var field: String
  }

  struct Rule: Encodable {
    var id: String
    var title: LocalizedText
    var strength: String
    var state: String
    var found: Int?
    var organizations: [String]
    var missing: [Missing]
    var reference: String
  }

  struct Proposal: Encodable {
    var value: Int
    var bound: Int
    var gap: Double
    var isOptimal: Bool
    var members: [Member]
    var coverage: [Level]
    var uncovered: [Int]
    var singleSuppliers: [Int]
    var rules: [Rule]

    enum CodingKeys: String, CodingKey {
      case value, bound, gap, members, coverage, uncovered, rules
      case isOptimal = "is_optimal"
      case singleSuppliers = "single_suppliers"
    }
  }

  struct Declined: Encodable {
    var organization: String
    var othersStay: Proposal?
    var anew: Proposal?

    enum CodingKeys: String, CodingKey {
      case organization, anew
      case othersStay = "others_stay"
    }
  }

  var application: String
  var rules: String
  var candidates: Int
  var needs: [NeedsDocument.Item]
  var proposals: [Proposal]
  /// Demands that cannot hold together, a sentence each; absent where there are proposals.
  var conflict: [String]?
  var ifDeclined: Declined?

  enum CodingKeys: String, CodingKey {
    case application, rules, candidates, needs, proposals, conflict
    case ifDeclined = "if_declined"
  }

  init(_ workbench: ConsortiumWorkbench, _ plan: ConsortiumPlan, _ book: RuleBook, ifDeclined: DeclinedPlan?) {
    application = workbench.application.id
    rules = book.name
    candidates = workbench.candidateCount
    needs = NeedsDocument(workbench.application, workbench.needs).needs
    proposals = plan.proposals.map { Self.proposal($0, workbench, book) }
    conflict = plan.conflict?.demands.map { ProposalText.text($0, book, workbench) }
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
