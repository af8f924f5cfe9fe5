import ForumRecords
import Foundation
import ParallelExecution
import PartnerDiscovery
import ResearchProfiles
import Synchronization

extension ForumDesk {
  /// Before the receipt in the name under which the registry knows what an applicant says.
  static let publishedSourcePrefix = "forum:"

  /// Under which what an application offers stands in the workspace.
  static func publishedEvidence(of receipt: String) -> EvidenceID { EvidenceID(publishedSourcePrefix + receipt) }

  /// Makes what applicants offer searchable, and takes back what was withdrawn, on a thread of its own.
  func publishInBackground() {
    guard worksInBackground, publication.begin() else { return }
    _ = BackgroundWork(isYielding: true) { [self] in
      var goesOn = true
      repeat {
        var attempts = 0
        while !publishNow(), attempts < Self.attemptLimit {
          // An import holds the workspace. What it leaves is published then.
          attempts += 1
          Thread.sleep(forTimeInterval: Self.retrySeconds)
        }
        let isAskedAgain = publication.finishRound()
        // At a rush many applications share a publication.
        if isAskedAgain { Thread.sleep(forTimeInterval: Self.rushSeconds) }
        goesOn = isAskedAgain
      } while goesOn
    }
  }

  private static let attemptLimit = 1200
  private static let retrySeconds = 0.5
  private static let rushSeconds = 0.7

  /// - Returns: `false` where it must be tried again, because another process holds the workspace.
  private func publishNow() -> Bool {
    do {
      // First what must go. Nobody finds it any more while the files are being written anew; what fails here fails below.
      if isErasing { try? publish() }
      try finishErasure()
      try publish()
      publicationProblem.withLock { $0 = nil }
      return true
    } catch RegistryError.workspaceInUse, RegistryError.locked {
      return false
    } catch RegistryError.olderSchema {
      // Opening the registry for writing brings it up to date.
      return (try? PublishRecords(workspace: workspace).run([])) == nil
    } catch {
      // Staff sees it on the page of the data; the applications themselves are safe.
      publicationProblem.withLock { $0 = "\(error)" }
      return true
    }
  }

  /// Compares what the registry knows of applicants with what they say now, and makes it so.
  ///
  /// - Throws: where another process holds the workspace, or the registry cannot be written.
  public func publish() throws {
    let known: [String: String] = try publishedDigests.withLock { digests in
      if let digests { return digests }
      // Of earlier runs only the names are known: each is published again once.
      let sources = workspace.exists ? try WorkspaceSources(workspace: workspace).list().map(\.name) : []
      let earlier = Dictionary(
        uniqueKeysWithValues: sources.filter { $0.hasPrefix(Self.publishedSourcePrefix) }.map { ($0, "") })
      digests = earlier
      return earlier
    }
    var wanted: [String: (digest: String, statement: PublishRecords.Statement)] = [:]
    for application in try store.applications(ApplicationFilter(), page: .all).items {
      guard application.status != .withdrawn, let statement = Self.statement(of: application) else { continue }
      wanted[statement.source] = ("\(application.revision).\(application.updated.secondsSinceEpoch)", statement)
    }
    let withdrawn = known.keys.filter { wanted[$0] == nil }.sorted()
    let changed = wanted.values.filter { known[$0.statement.source] != $0.digest }.map(\.statement)
      .sorted { $0.source < $1.source }
    if !withdrawn.isEmpty || !changed.isEmpty {
      try PublishRecords(workspace: workspace).run(changed, withdrawn: withdrawn, openSession: live?.session)
      if withdrawn.isEmpty { try reopen() } else { try reopenAfterWithdrawal() }
      SettleIndex(workspace: workspace).runInBackground()
    }
    publishedDigests.withLock { $0 = wanted.mapValues(\.digest) }
  }

  /// What an applicant says of itself: who it is and what it offers. What it needs is no evidence that it can do it.
  static func statement(of application: ForumApplication) -> PublishRecords.Statement? {
    let content = application.application
    guard let applicant = content.applicant, let name = applicant.name, !name.isEmpty else { return nil }
    let id = applicant.id ?? OrganizationID(publishedSourcePrefix + application.receipt)
    let profile = OrganizationProfile(
      id: id, kind: applicant.kind, names: LocalizedText(name),
      country: applicant.country, region: application.region)
    let offers = content.offers.map(\.statement).filter { !$0.isEmpty }
    let evidence =
      offers.isEmpty
      ? []
      : [
        Evidence(
          id: publishedEvidence(of: application.receipt), kind: .statement,
          title: LocalizedText(content.title, language: application.language),
          text: LocalizedText(offers.joined(separator: "\n"), language: application.language),
          keywords: content.keywords, date: application.submitted.seoulDate,
          participations: [Participation(organization: id, role: .owner)])
      ]
    return PublishRecords.Statement(
      source: publishedSourcePrefix + application.receipt, organizations: [profile], evidence: evidence)
  }
}
