import ForumRecords
import IndexStorage
import ParallelExecution
import ResearchProfiles
import SearchIndex

/// What a workspace knew at earlier times.
struct WorkspaceHistory {
  private let workspace: Workspace
  private let registry: Registry
  private let executor: ParallelExecutor
  private let profiles: [OrganizationID: OrganizationProfile]
  /// In order of id bytes.
  private let evidence: [(id: EvidenceID, date: CalendarDate?, members: [OrganizationID])]
  /// Organisations in any evidence.
  private let involved: Set<OrganizationID>
  let consortia: [PastConsortium]

  init(_ workspace: Workspace, executor: ParallelExecutor) throws {
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    self.workspace = workspace
    self.executor = executor
    registry = try Registry(path: workspace.registryPath, mode: .readOnly)
    var profiles: [OrganizationID: OrganizationProfile] = [:]
    var evidence: [(id: EvidenceID, date: CalendarDate?, members: [OrganizationID])] = []
    var consortia: [PastConsortium] = []
    _ = try registry.changes(after: 0) { batch in
      switch batch {
      case .organizations(let found): for profile in found { profiles[profile.id] = profile }
      case .evidence(let stored):
        for stored in stored {
          evidence.append((stored.id, stored.date, stored.participants.map(\.organization)))
          if let consortium = PastConsortium(try stored.decoded(), profiles: profiles) { consortia.append(consortium) }
        }
      case .deletedEvidence, .deletedOrganizations, .mergedOrganizations: break
      }
    }
    self.profiles = profiles
    self.evidence = evidence
    self.consortia = consortia
    involved = Set(evidence.lazy.flatMap(\.members))
  }

  /// The first day of the month after the last consortium; `nil` where there is none.
  var end: CalendarDate? {
    guard let last = consortia.map(\.date).max()?.components else { return nil }
    return CalendarDate(
      year: last.month == 12 ? last.year + 1 : last.year, month: last.month % 12 + 1, day: 1)
  }

  var evidenceCount: Int { evidence.count }

  /// FNV-1a (Fowler, Noll, Vo) over the ids and dates of all evidence, as sixteen hexadecimal digits.
  var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func combine(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for item in evidence {
      item.id.rawValue.utf8.forEach(combine)
      combine(0)
      (item.date?.description ?? "").utf8.forEach(combine)
      combine(0)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Makes a workspace of what was known before a day: evidence without a date counts as known, an organisation as soon
  /// as it takes part in any.
  func makeWorkspace(before day: CalendarDate, in folder: String) throws -> Workspace {
    let known = evidence.filter { $0.date.map { $0 < day } ?? true }
    let members = Set(known.lazy.flatMap(\.members))
    guard !known.isEmpty else { throw TuningError.splitWithoutHistory(date: day.description) }
    let past = Workspace(path: folder)
    try past.withWritableRegistry(
      prepare: { try workspace.analyzer() },
      body: { registry, analyzer in
        try past.save(try workspace.settings())
        _ = try registry.apply(
          profiles.values.filter { members.contains($0.id) || !involved.contains($0.id) }.sorted { $0.id < $1.id }
            .map { .organization($0) })
        for start in stride(from: 0, to: known.count, by: 4096) {
          let ids = known[start..<min(start + 4096, known.count)].map(\.id)
          let changes = try self.registry.evidence(ids).compactMap { found -> RegistryChange? in
            found.map { .evidence(EncodedEvidence($0), mentions: []) }
          }
          _ = try registry.apply(changes)
        }
        _ = try IndexFollower(
          registry: registry, directory: try IndexDirectory(path: past.indexPath), analyzer: analyzer,
          executor: executor
        ).update()
      })
    return past
  }
}
