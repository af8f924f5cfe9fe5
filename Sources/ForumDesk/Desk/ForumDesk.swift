public import ForumRecords
import Foundation
public import PartnerDiscovery
import PartnerRanking
import ResearchProfiles
import Synchronization
import TextAnalysis

/// Everything that happens at the forum, for whoever serves it: applications come in, are searched and matched at once,
/// become searchable for others, and lead to introductions.
///
/// What a call confirms is on the disk. The index follows in the background, within a second as long as no import runs.
public final class ForumDesk: Sendable {
  public let workspace: Workspace
  public let store: ForumStore
  public let links: SignedLink
  public let accounts: AccountDesk
  let worksInBackground: Bool
  private let clock: @Sendable () -> ForumTime
  private let forum = Mutex<LiveForum?>(nil)
  let applicationSearch: Mutex<ApplicationSearch>
  let publication = PublicationQueue()
  let rankingQueue = RankingQueue()
  /// Which version of each applicant's statement the registry holds, by source; `nil` until it was looked up.
  let publishedDigests = Mutex<[String: String]?>(nil)
  /// How often the index was rid of something.
  private let withdrawalCount = Mutex(0)
  /// Why applicants' statements could not be published, where that is so.
  let publicationProblem = Mutex<String?>(nil)

  /// Opens the workspace and its `forum.sqlite`, both of which may be new.
  ///
  /// - Parameter worksInBackground: whether partners are ranked, and what applicants offer is made searchable, in the
  ///   background; else by whoever asks for suggestions, and by ``publish()``.
  /// - Throws: errors of the store, and of an index that cannot be opened; a workspace without any is no error.
  public init(
    workspace: Workspace, passwordRoundExponent: Int = PasswordHash.usualRoundExponent, worksInBackground: Bool = true,
    clock: @escaping @Sendable () -> ForumTime = { ForumDesk.systemTime }
  ) throws {
    self.workspace = workspace
    self.clock = clock
    self.worksInBackground = worksInBackground
    try workspace.create()
    store = try ForumStore(path: workspace.forumPath, mode: .readWrite)
    let secret = try store.secret("links", orKeep: RandomToken.bytes(count: 32), actor: "system", time: clock())
    links = SignedLink(secret: secret)
    accounts = AccountDesk(store: store, clock: clock, roundExponent: passwordRoundExponent)
    applicationSearch = Mutex(ApplicationSearch(analyzer: StandardAnalyzer()))
    let applications = try store.applications(ApplicationFilter(), page: .all).items
    applicationSearch.withLock { search in
      for application in applications where application.status != .withdrawn { search.insert(application) }
    }
    try reopen()
    rankInBackground(try store.receiptsWithoutSuggestions())
    publishInBackground()
  }

  public static var systemTime: ForumTime {
    ForumTime(secondsSinceEpoch: Int64(Date().timeIntervalSince1970.rounded(.down)))
  }

  public var now: ForumTime { clock() }

  /// The workspace as it is searched now; `nil` before anything was imported.
  public var live: LiveForum? { forum.withLock { $0 } }

  /// Opens what an import or a publication has changed.
  ///
  /// - Throws: errors of an index that cannot be opened; the one that was open stays in use.
  public func reopen() throws {
    guard workspace.exists else { return }
    let (policy, hash) = try policyInForce()
    let session: DiscoverySession
    do {
      session = try DiscoverySession(workspace: workspace, reusing: live?.session)
    } catch DiscoveryError.emptyIndex {
      // What was there has been taken out.
      forum.withLock { $0 = nil }
      return
    }
    let opened = LiveForum(
      session, policy: policy, policyHash: hash, withdrawalCount: withdrawalCount.withLock { $0 })
    forum.withLock { $0 = opened }
  }

  /// The same where something was taken back: what was found before is not to be shown any more.
  func reopenAfterWithdrawal() throws {
    withdrawalCount.withLock { $0 += 1 }
    try reopen()
  }

  /// In the place of a hash, for the policy that Moim ships with.
  public static let shippedPolicyHash = "shipped"

  /// The policy that an officer has put in force, else the one that Moim ships with.
  func policyInForce() throws -> (policy: RankingPolicy, hash: String) {
    guard let record = try store.policies().first else { return (ShippedPolicy.policy, Self.shippedPolicyHash) }
    return (try PolicyFile.policy(from: Array(record.content.utf8), file: record.name), record.hash)
  }
}

extension ApplicationSearch {
  mutating func insert(_ application: ForumApplication) { insert(application.receipt, text: application.searchText) }
}

extension ForumApplication {
  /// Everything in it that staff may look for; it holds no personal data.
  var searchText: String {
    let content = application
    return
      ([receipt, content.title, content.summary, content.applicant?.name ?? "", region ?? ""]
      + content.keywords + (content.needs + content.offers).map(\.statement)).joined(separator: "\n")
  }
}
