import ForumRecords
import IndexStorage
public import ResearchProfiles

/// Finds the application that a user names: by a file, by `FILE#ID`, or by the id of one that was matched before.
public struct FindApplication {
  public let workspace: Workspace

  public init(workspace: Workspace) { self.workspace = workspace }

  /// - Throws: ``DiscoveryError`` where it is not to be found, an `IngestError` where the file is none of applications.
  public func find(_ name: String) throws -> Application {
    if FileSystem.exists(name) { return try choose(nil, in: name) }
    if let mark = name.lastIndex(of: "#") {
      let path = String(name[..<mark])
      if FileSystem.exists(path) { return try choose(String(name[name.index(after: mark)...]), in: path) }
    }
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    let registry = try Registry(path: workspace.registryPath, mode: .readOnly)
    guard let application = try registry.application(id: name) else {
      throw DiscoveryError.unknownApplication(id: name)
    }
    return application
  }

  private func choose(_ id: String?, in path: String) throws -> Application {
    let applications = try ApplicationSource(path: path).applications
    if let id {
      guard let application = applications.first(where: { $0.id == id }) else {
        throw DiscoveryError.noSuchApplication(id: id, path: path, count: applications.count)
      }
      return application
    }
    guard applications.count == 1 else {
      throw DiscoveryError.ambiguousApplication(path: path, count: applications.count, example: applications.first?.id)
    }
    return applications[0]
  }
}
