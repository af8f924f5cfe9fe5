import ForumRecords
public import PartnerDiscovery
public import ResearchProfiles

extension ForumDesk {
  /// What to do with two organisations that may be one.
  public enum BodyVerdict: String, CaseIterable, Hashable, Sendable {
    /// They are one body; the first one's id stays.
    case merge
    case keepApart = "keep_apart"
  }

  /// Decides about two organisations and searches by the decision at once.
  ///
  /// - Parameter reason: for the audit trail of the registry; no personal data.
  /// - Throws: a `DiscoveryError` where they are unknown or decided already, `RegistryError` while the workspace is in use.
  public func decide(
    _ verdict: BodyVerdict, _ primary: OrganizationID, _ other: OrganizationID, reason: String?, actor: String
  ) async throws {
    try await offThread { [self] in
      let deciding = DecideBodies(workspace: workspace)
      _ = try changingWorkspace {
        switch verdict {
        case .merge: try deciding.merge(primary, other, reason: reason)
        case .keepApart: try deciding.keepApart(primary, other, reason: reason)
        }
      }
      try store.recordAudit(
        action: "body.\(verdict.rawValue)", subject: primary.rawValue, detail: other.rawValue, actor: actor, time: now)
      try workspaceChanged()
    }
  }

  /// Takes an organisation out of the body that it was merged into.
  ///
  /// - Throws: as ``decide(_:_:_:reason:actor:)``.
  public func split(_ organization: OrganizationID, reason: String?, actor: String) async throws {
    try await offThread { [self] in
      _ = try changingWorkspace { try DecideBodies(workspace: workspace).split(organization, reason: reason) }
      try store.recordAudit(action: "body.split", subject: organization.rawValue, actor: actor, time: now)
      try workspaceChanged()
    }
  }

  /// Removes all that a source alone says.
  ///
  /// - Throws: a `DiscoveryError` where there is none of the name, or it is an application's.
  public func removeSource(_ name: String, actor: String) async throws -> WorkspaceSources.Removal {
    try await offThread { [self] in
      if name.hasPrefix(Self.publishedSourcePrefix) {
        throw DiscoveryError.unknownSource(name: name, known: [])
      }
      let removal = try changingWorkspace { try WorkspaceSources(workspace: workspace).remove(name) }
      try store.recordAudit(
        action: "source.remove", subject: name,
        detail: "\(removal.evidenceCount) evidence, \(removal.organizationCount) organizations", actor: actor, time: now
      )
      try workspaceChanged()
      return removal
    }
  }
}
