import ForumRecords
public import ResearchProfiles
import SearchIndex

/// The sources of a workspace: what each says, and its removal as a whole.
public struct WorkspaceSources {
  public let workspace: Workspace
  public var memoryByteCount = IndexMemory.usualByteCount

  public init(workspace: Workspace) { self.workspace = workspace }

  public struct Source: Hashable, Sendable {
    public let name: String
    /// Of its first import.
    public let date: CalendarDate
    public let evidenceCount: Int
    public let organizationCount: Int
  }

  /// What a source says in one field of an organisation.
  public struct Statement: Hashable, Sendable {
    public let organization: OrganizationID
    public let field: String
    public let value: String
    public let source: String
    public let location: String
    public let date: CalendarDate
    public let isShown: Bool
  }

  public struct Removal: Hashable, Sendable {
    public let evidenceCount: Int
    public let keptEvidenceCount: Int
    public let organizationCount: Int
    public let keptOrganizationCount: Int
  }

  /// In the order of their first import.
  public func list() throws -> [Source] {
    try reading().sources().map {
      Source(name: $0.name, date: $0.date, evidenceCount: $0.evidenceCount, organizationCount: $0.organizationCount)
    }
  }

  /// Who says what of a body, under all of its ids.
  ///
  /// - Throws: ``DiscoveryError/unknownOrganization(id:)``.
  public func statements(of id: OrganizationID) throws -> [Statement] {
    let registry = try reading()
    if try registry.ids(ofBody: id).isEmpty { throw DiscoveryError.unknownOrganization(id: id.rawValue) }
    return try registry.statements(of: id).map {
      Statement(
        organization: $0.organization, field: $0.field, value: $0.value, source: $0.source, location: $0.location,
        date: $0.date, isShown: $0.isShown)
    }
  }

  /// Removes all that a source alone says; what others say too is shown as they say it.
  ///
  /// - Throws: ``DiscoveryError/unknownSource(name:known:)``.
  public func remove(_ name: String) throws -> Removal {
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    return try workspace.withWritableRegistry(
      prepare: { try workspace.analyzer() },
      body: { registry, analyzer in
        guard let removal = try registry.removeSource(named: name) else {
          throw DiscoveryError.unknownSource(name: name, known: try registry.sources().map(\.name))
        }
        _ = try IndexFollower(
          registry: registry, directory: try IndexDirectory(path: workspace.indexPath), analyzer: analyzer,
          memoryByteCount: memoryByteCount
        ).update()
        return Removal(
          evidenceCount: removal.evidenceCount, keptEvidenceCount: removal.keptEvidenceCount,
          organizationCount: removal.organizationCount, keptOrganizationCount: removal.keptOrganizationCount)
      })
  }

  private func reading() throws -> Registry {
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    return try Registry(path: workspace.registryPath, mode: .readOnly)
  }
}
