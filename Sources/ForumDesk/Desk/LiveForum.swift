public import PartnerDiscovery
import PartnerRanking

/// The workspace as it is searched and matched now: immutable, replaced as a whole after each change of the index.
public final class LiveForum: Sendable {
  public let session: DiscoverySession
  public let matcher: ApplicationMatcher
  public let consortia: ConsortiumBuilder
  public let clinic: DemandClinic
  /// Names the policy that ranks.
  public let policyHash: String

  init(_ session: DiscoverySession, policy: RankingPolicy, policyHash: String) {
    self.session = session
    matcher = ApplicationMatcher(session, policy: policy)
    consortia = ConsortiumBuilder(matcher)
    clinic = DemandClinic(matcher: matcher)
    self.policyHash = policyHash
  }
}
