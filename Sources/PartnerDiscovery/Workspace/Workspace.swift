import ForumRecords
import Foundation
import IndexStorage
import SearchIndex
import TextAnalysis

/// The folder that holds everything: `registry.sqlite`, the record of truth, and `index/`, derived from it.
public struct Workspace: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// The forum's applications, people and decisions; kept apart from what is indexed.
  public var forumPath: String { path + "/forum.sqlite" }

  /// Makes the folder where it is missing.
  public func create() throws { try FileSystem.createFolder(path) }

  var registryPath: String { path + "/registry.sqlite" }
  var indexPath: String { path + "/index" }
  /// Where mined term pairs are kept.
  var termPairsPath: String { path + "/term-pairs" }
  /// Tables of the workspace's own glossary.
  public var glossaryPath: String { path + "/glossary" }
  var hasTermPairs: Bool { FileSystem.exists(termPairsPath) }
  private var settingsPath: String { path + "/settings.json" }

  /// Whether a workspace was ever made here.
  public var exists: Bool { FileSystem.exists(registryPath) }

  /// Settings that were chosen when the workspace was made; the defaults where none were.
  func settings() throws(DiscoveryError) -> WorkspaceSettings {
    guard FileSystem.exists(settingsPath) else { return WorkspaceSettings() }
    do {
      return try JSONDecoder().decode(WorkspaceSettings.self, from: Data(contentsOf: URL(filePath: settingsPath)))
    } catch {
      throw .damagedSettings(path: settingsPath, detail: "\(error)")
    }
  }

  /// The text analyser that the workspace was made with.
  func analyzer() throws(DiscoveryError) -> any TextAnalyzer {
    let name = try settings().analyzer
    guard let analyzer = AnalyzerCatalog.analyzer(named: name) else {
      throw .unknownAnalyzer(name: name, known: AnalyzerCatalog.names)
    }
    return analyzer
  }

  func save(_ settings: WorkspaceSettings) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try FileSystem.replaceFile(at: settingsPath, with: Array(try encoder.encode(settings)) + [0x0A])
  }

  /// Opens the registry for writing, alone, and seals it afterwards. The folder is made where it is missing.
  ///
  /// - Parameter prepare: runs under the lock, before the registry is made or touched.
  func withWritableRegistry<Preparation, Value>(
    prepare: () throws -> Preparation, body: (Registry, Preparation) throws -> Value
  ) throws -> Value {
    try FileSystem.createFolder(path)
    let lock = try WorkspaceLock(workspace: path)
    defer { withExtendedLifetime(lock) {} }
    let preparation = try prepare()
    let seal = RegistrySeal(workspace: self)
    if try !seal.admitsWriting() { throw DiscoveryError.damagedRegistry(path: registryPath) }
    let registry = try Registry(path: registryPath, mode: .readWrite, folding: { try seal.around($0) })
    let result = Result { try body(registry, preparation) }
    // Also after an error: a registry that closes by itself changes its file without a seal.
    try registry.close()
    return try result.get()
  }
}

/// What is chosen once for a workspace.
struct WorkspaceSettings: Codable, Equatable, Sendable {
  /// Name of the text analyser.
  var analyzer = "standard"
}
