public import ForumRecords
import ParallelExecution
import PartnerDiscovery
import ResearchFields
import ResearchProfiles
import Synchronization

/// Demand and supply of the forum, counted beside what people wait for, and kept until applications or the registry change.
public final class LandscapeDesk: Sendable {
  public struct Content: Sendable {
    /// By field, both levels of the list.
    public var fields: Landscape
    /// By field, the first level alone.
    public var areas: Landscape
    /// `nil` before anything was imported.
    public var needs: ForumNeeds?
    public var made: ForumTime

    public subscript(level: LandscapeLevel) -> Landscape { level == .areas ? areas : fields }
  }

  public struct Answer: Sendable {
    /// The latest count that there is; `nil` too where somebody whom it counts has withdrawn since.
    public var content: Content?
    /// Whether something has changed since and is being counted.
    public var isCounting: Bool
    /// Why the last count failed.
    public var failure: String?
  }

  private struct Key: Hashable {
    struct Version: Hashable {
      var receipt: String
      var revision: Int
      var status: ApplicationStatus
    }

    var sequence: Int64
    var policy: String
    var applications: [Version]
    var withdrawalCount: Int

    /// Whether somebody has withdrawn since: what was counted before holds words that are not to be shown any more.
    func isRetracted(by later: Key) -> Bool {
      let present = Set(later.applications.lazy.filter { $0.status != .withdrawn }.map(\.receipt))
      return withdrawalCount != later.withdrawalCount
        || applications.contains { $0.status != .withdrawn && !present.contains($0.receipt) }
    }
  }

  private struct State {
    var key: Key?
    var content: Content?
    var failure: String?
    var isCounting = false
  }

  private let desk: ForumDesk
  private let survey = SupplySurvey(threadCount: 1)
  private let state = Mutex(State())

  public init(desk: ForumDesk) { self.desk = desk }

  /// What is known now; a count is begun where something has changed.
  ///
  /// - Throws: errors of the store and of the registry.
  /// - Complexity: one look at the list of applications; the count runs on a thread of its own.
  public func answer() throws -> Answer {
    let applications = try desk.store.applications().items
    let live = desk.live
    let key = Key(
      sequence: try desk.registry()?.currentSequence() ?? 0, policy: live?.policyHash ?? "",
      applications: applications.map { Key.Version(receipt: $0.receipt, revision: $0.revision, status: $0.status) },
      withdrawalCount: live?.withdrawalCount ?? 0)
    let (answer, begins) = state.withLock { state -> (Answer, Bool) in
      if state.key == key {
        return (Answer(content: state.content, isCounting: false, failure: state.failure), false)
      }
      if state.key?.isRetracted(by: key) == true { state.content = nil }
      let begins = !state.isCounting
      state.isCounting = true
      return (Answer(content: state.content, isCounting: true), begins)
    }
    if begins { _ = BackgroundWork { [self] in count(key, applications) } }
    return answer
  }

  /// The same, waiting a moment for a count that is soon done.
  public func answer(waitingMilliseconds: Int) async throws -> Answer {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(waitingMilliseconds)
    var answer = try answer()
    while answer.isCounting, clock.now < end {
      try await Task.sleep(for: .milliseconds(40))
      answer = try self.answer()
    }
    return answer
  }

  private func count(_ key: Key, _ applications: [ForumApplication]) {
    let result = Result { () throws -> Content in
      let supply = try desk.registry().map { try survey.counts(of: $0) } ?? SupplyCounts()
      let present = applications.filter { $0.status != .withdrawn && $0.wantsJointResearch }
      return Content(
        fields: Landscape(applications: applications, supply: supply, level: .fields),
        areas: Landscape(applications: applications, supply: supply, level: .areas),
        needs: desk.live.map { ForumNeeds($0.consortia.gaps(of: present.map(\.application))) }, made: desk.now)
    }
    state.withLock { state in
      state.isCounting = false
      state.key = key
      switch result {
      case .success(let content): (state.content, state.failure) = (content, nil)
      case .failure(let error): state.failure = "\(error)"
      }
    }
  }
}
