import ConsortiumMatching
import PartnerRanking
public import ResearchProfiles
import Retrieval
import SearchIndex

extension ApplicationMatcher {
  /// How many bodies have evidence for a need, the applicant's own house left out.
  ///
  /// - Complexity: one search.
  public func reach(of statement: String, for application: Application) -> NeedReach {
    let own = applicant(of: application).map { house(of: $0) }
    var reach = NeedReach(metCount: 0, highCount: 0, anyCount: 0, bestStrength: 0)
    for (organization, support) in answer(to: statement).supports {
      let level = CoverageScale.level(ofStrength: support.strength)
      guard level > .none, own == nil || house(of: organization) != own else { continue }
      reach.anyCount += 1
      if level >= .met { reach.metCount += 1 }
      if level >= .high { reach.highCount += 1 }
      reach.bestStrength = max(reach.bestStrength, support.strength)
    }
    return reach
  }

  /// Whether the workspace knows the applicant, by id or by name.
  public func knowsApplicant(of application: Application) -> Bool { applicant(of: application) != nil }

  /// The applicant's own evidence for something it offers; `nil` where it has none, or is unknown.
  ///
  /// - Parameter claim: what the application itself has put into the workspace: it proves nothing about itself.
  /// - Complexity: one search.
  public func ownEvidence(
    for statement: String, of application: Application, except claim: EvidenceID? = nil
  ) -> OwnEvidence? {
    guard let number = applicant(of: application) else { return nil }
    let own = house(of: number)
    // Of a house each part counts: a university speaks for its laboratories, and they for it.
    let ignored = claim.flatMap { session.evidence.document(withID: $0.rawValue) }
    let best = answer(to: statement, except: ignored).supports.filter { house(of: $0.key) == own }.max { left, right in
      if left.value.strength != right.value.strength { return left.value.strength < right.value.strength }
      return session.directory.precedes(right.key, left.key)
    }
    guard let support = best?.value else { return nil }
    let level = CoverageScale.level(ofStrength: support.strength)
    guard level > .none else { return nil }
    var description = EvidenceDescription(session, for: needQuery(statement))
    return OwnEvidence(
      evidence: description.result(for: Hit(document: support.document, score: support.score)),
      strength: support.strength, isMet: level >= .met)
  }

  /// The parent, or the body itself.
  private func house(of organization: UInt32) -> OrganizationID {
    session.directory.card(organization)?.parent ?? session.directory.id(organization)
  }
}
