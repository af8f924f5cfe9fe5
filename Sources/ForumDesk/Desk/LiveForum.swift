public import PartnerDiscovery
import PartnerRanking
import Synchronization

/// The workspace as it is searched and matched now: immutable, replaced as a whole after each change of the index.
public final class LiveForum: Sendable {
  public let session: DiscoverySession
  public let matcher: ApplicationMatcher
  public let consortia: ConsortiumBuilder
  /// Made when somebody first asks for it: it reads the whole glossary.
  private let madeClinic = Mutex<DemandClinic?>(nil)
  /// Names the policy that ranks.
  public let policyHash: String
  /// How often something had been taken back before. What was found at another count is not to be shown any more: it may
  /// hold what somebody has had erased.
  public let withdrawalCount: Int

  init(_ session: DiscoverySession, policy: RankingPolicy, policyHash: String, withdrawalCount: Int) {
    self.session = session
    matcher = ApplicationMatcher(session, policy: policy)
    consortia = ConsortiumBuilder(matcher)
    self.policyHash = policyHash
    self.withdrawalCount = withdrawalCount
  }

  public var clinic: DemandClinic {
    madeClinic.withLock { made in
      if let made { return made }
      let clinic = DemandClinic(matcher: matcher)
      made = clinic
      return clinic
    }
  }
}
