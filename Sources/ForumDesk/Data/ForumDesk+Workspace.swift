public import ForumRecords
import Foundation
import PartnerDiscovery
import Synchronization

extension ForumDesk {
  /// Why applicants' statements could not be made searchable, where that is so; in the words of the error.
  public var publicationFailure: String? { publicationProblem.withLock { $0 } }

  /// Whether a source of the registry is what an applicant says, rather than something that was imported.
  public static func isOfApplicant(source name: String) -> Bool { name.hasPrefix(publishedSourcePrefix) }

  /// The registry as it is now, for reading; `nil` before anything was imported.
  ///
  /// - Throws: a `RegistryError`.
  func registry() throws -> Registry? {
    guard workspace.exists else { return nil }
    return try Registry(path: workspace.path + "/registry.sqlite", mode: .readOnly)
  }

  /// What the workspace holds; `nil` before anything was imported.
  ///
  /// - Throws: a `RegistryError`.
  public func registryCounts() throws -> RegistryCounts? { try registry()?.counts() }

  /// Does something that writes the registry. Applicants' statements are published in short turns beside it: while one of
  /// them, or another process, holds the workspace, it is tried again.
  ///
  /// - Throws: what the body throws, after so many seconds also that the workspace is in use.
  func changingWorkspace<Value>(waitingSeconds: Double = 10, _ body: () throws -> Value) throws -> Value {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(Int(waitingSeconds * 1000))
    while true {
      do {
        return try body()
      } catch let error as RegistryError {
        switch error {
        case .workspaceInUse, .locked:
          if clock.now >= end { throw error }
          Thread.sleep(forTimeInterval: 0.1)
        default: throw error
        }
      }
    }
  }

  /// Opens what a change of the registry has made, and lets the index settle behind it.
  func workspaceChanged() throws {
    try reopen()
    // Who applied before anybody was known to match has nobody yet.
    rankInBackground(try store.receiptsWithoutSuggestions())
    SettleIndex(workspace: workspace).runInBackground()
  }
}
