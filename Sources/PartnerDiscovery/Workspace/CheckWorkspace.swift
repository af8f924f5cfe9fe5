import ForumRecords
import IndexStorage
import SearchIndex
import TermBridging

/// Verifies every checksum and invariant of a workspace.
public struct CheckWorkspace {
  public let workspace: Workspace

  public init(workspace: Workspace) { self.workspace = workspace }

  /// What was found.
  public struct Findings: Hashable, Sendable {
    /// What is wrong, and what to do; empty where all is well.
    public var problems: [String] = []
    /// What is worth knowing and no damage.
    public var notes: [String] = []
    public var evidenceCount = 0
    public var organizationCount = 0
  }

  /// - Complexity: reads the whole workspace.
  public func run() throws -> Findings {
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    var findings = Findings()
    do {
      _ = try workspace.settings()
    } catch {
      findings.problems.append(error.description)
    }
    do throws(StorageError) {
      // Before the registry is opened, which may leave files beside it.
      if try RegistrySeal(workspace: workspace).verify() == .broken {
        findings.problems.append(DiscoveryError.damagedRegistry(path: workspace.registryPath).description)
      }
    } catch {
      findings.problems.append(error.description)
    }
    if workspace.hasTermPairs {
      do throws(TermBridgingError) {
        _ = try TermPairFile(path: workspace.termPairsPath)
      } catch {
        findings.problems.append(error.description)
      }
    }
    var registrySequence: Int64?
    do throws(RegistryError) {
      let registry = try Registry(path: workspace.registryPath, mode: .readOnly)
      findings.problems += try registry.verify().map { "\(workspace.registryPath): \($0)" }
      let counts = try registry.counts()
      findings.evidenceCount = counts.evidenceCount
      findings.organizationCount = counts.organizationCount
      registrySequence = try registry.currentSequence()
    } catch {
      switch error {
      case .olderSchema: findings.notes.append(error.description)
      case .blank where !isIndexed: findings.notes.append(error.description)
      default: findings.problems.append(error.description)
      }
    }
    let directory = IndexDirectory(existing: workspace.indexPath)
    findings.problems += directory.verify().map(\.description)
    do throws(StorageError) {
      let snapshot = try directory.open()
      if let registrySequence, snapshot.sequence != UInt64(registrySequence) {
        findings.notes.append(
          "the index has not seen the registry's last changes: the next 'moim import' or 'moim reindex' brings it up to date"
        )
      } else if registrySequence != nil {
        findings.problems += Self.contradictions(snapshot, findings)
      }
    } catch {
      // Already among the findings of the files.
      if findings.problems.isEmpty { findings.problems.append(error.description) }
    }
    return findings
  }

  /// Whether the index was ever made from records, which the registry must then still hold.
  private var isIndexed: Bool { ((try? IndexDirectory(existing: workspace.indexPath).open().sequence) ?? 0) > 0 }

  /// What an index that is up to date must agree on with the registry.
  private static func contradictions(_ snapshot: IndexSnapshot, _ findings: Findings) -> [String] {
    let indexed = snapshot.collection(IndexContents.organizations)?.liveCount ?? 0
    guard indexed != findings.organizationCount else { return [] }
    return [
      "the index holds \(indexed) organisations and the registry \(findings.organizationCount): run 'moim reindex'"
    ]
  }
}
