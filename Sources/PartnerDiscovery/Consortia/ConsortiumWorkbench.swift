public import ConsortiumMatching
import PartnerRanking
public import ResearchProfiles
import Retrieval

/// One application's problem, ready to be solved again and again: plans, pins, vetoes, declines.
public struct ConsortiumWorkbench: Sendable {
  let builder: ConsortiumBuilder
  public let application: Application
  let applicant: UInt32?
  /// What the application needs, stated or guessed.
  public let needs: [NeedExtractor.FoundNeed]
  let answers: [NeedAnswer]
  /// By number of candidate.
  let organizations: [UInt32]
  public var problem: ConsortiumProblem

  public var candidateCount: Int { organizations.count }

  public func planner(limits: SearchLimits = SearchLimits()) throws(ConsortiumError) -> ConsortiumPlanner {
    try ConsortiumPlanner(problem, limits: limits)
  }

  /// The candidate with this id.
  ///
  /// - Throws: ``ConsortiumInputError/unknownOrganization(id:)``.
  public func candidate(_ id: OrganizationID) throws -> Int {
    guard let number = builder.session.directory.number(of: id), let place = organizations.firstIndex(of: number) else {
      throw ConsortiumInputError.unknownOrganization(id: id.rawValue)
    }
    return place
  }

  public func id(ofCandidate candidate: Int) -> OrganizationID {
    builder.session.directory.id(organizations[candidate])
  }

  /// A member by its number in the problem; the applicant may be a body that only the application knows.
  public func summary(ofMember member: Int) -> OrganizationSummary {
    if member < organizations.count { return builder.session.summary(of: organizations[member]) }
    if let applicant { return builder.session.summary(of: applicant) }
    let stated = application.applicant
    return OrganizationSummary(
      id: stated?.id ?? OrganizationID(application.id), name: stated?.name ?? stated?.id?.rawValue ?? application.id,
      kind: stated?.kind, country: stated?.country)
  }

  /// The best evidence of a candidate for a need, with a passage that can be quoted.
  public func evidence(ofCandidate candidate: Int, need: Int) -> MatchedEvidence? {
    let organization = organizations[candidate]
    guard let support = answers[need].supports[organization] else { return nil }
    var description = EvidenceDescription(builder.session, for: builder.matcher.needQuery(needs[need].need.statement))
    let role = builder.session.graph.members(of: UInt32(support.document)).first { $0.organization == organization }?
      .role
    return MatchedEvidence(
      result: description.result(for: Hit(document: support.document, score: support.score)),
      role: role ?? .participant, terms: [])
  }

  /// How strong the best evidence of anybody for a need is.
  public func bestLevel(ofNeed need: Int) -> CoverageLevel {
    CoverageScale.level(ofStrength: answers[need].bestStrength)
  }
}
