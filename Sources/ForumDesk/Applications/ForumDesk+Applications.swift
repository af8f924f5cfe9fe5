public import ForumRecords
public import ResearchProfiles
import Synchronization

extension ForumDesk {
  /// Takes an application in: kept, searchable for staff, and with suggestions when this returns; searchable for others
  /// soon after.
  ///
  /// - Parameters:
  ///   - consents: what the applicant agreed to; their receipts are filled in.
  ///   - actor: "applicant", or the login of whoever typed it in.
  /// - Throws: errors of the store: then nothing was taken in.
  public func submit(
    _ application: ForumApplication, contact: ContactDetails?, consents: [Consent], actor: String
  ) throws -> Submission {
    let submission = try store.submit(application, contact: contact, consents: consents, actor: actor, time: now)
    guard submission.effect == .added || submission.effect == .revised else { return submission }
    applicationChanged(submission.application, actor: actor)
    return submission
  }

  /// The same without holding up the thread that asks: those who apply at the same time wait for the disk together, and
  /// their partners are ranked soon after.
  public func submitSuspending(
    _ application: ForumApplication, contact: ContactDetails?, consents: [Consent], actor: String
  ) async throws -> Submission {
    let submission = try await store.submitSuspending(
      application, contact: contact, consents: consents, actor: actor, time: now)
    guard submission.effect == .added || submission.effect == .revised else { return submission }
    let taken = submission.application
    applicationSearch.withLock { $0.insert(taken) }
    rankInBackground([taken.receipt])
    publishInBackground()
    return submission
  }

  /// Takes in an application of a file, which has an id of its own and no contact; the same id later is the same
  /// application.
  public func takeIn(_ application: Application, actor: String) throws -> Submission {
    let submitted = application.submitted.map {
      ForumTime(secondsSinceEpoch: (Int64($0.daysSinceEpoch) * 24 - 9) * 3600)
    }
    let draft = ForumApplication(
      receipt: "", application: application, submitted: submitted ?? now, updated: now, channel: .file, language: "ko",
      status: .received, wantsJointResearch: true, sourceKey: "file:" + application.id)
    return try submit(draft, contact: nil, consents: [], actor: actor)
  }

  /// Changes what an application says.
  public func revise(_ application: ForumApplication, actor: String) throws -> ForumApplication {
    let revised = try store.revise(application, actor: actor, time: now)
    applicationChanged(revised, actor: actor)
    return revised
  }

  /// Moves an application on; a withdrawn one is taken out of the search and the index.
  public func setStatus(_ status: ApplicationStatus, of receipt: String, actor: String) throws -> ForumApplication {
    let application = try store.setStatus(status, of: receipt, actor: actor, time: now)
    if status == .withdrawn {
      applicationSearch.withLock { $0.remove(receipt) }
      publishInBackground()
    } else {
      applicationChanged(application, actor: actor)
    }
    return application
  }

  private func applicationChanged(_ application: ForumApplication, actor: String) {
    applicationSearch.withLock { $0.insert(application) }
    // The application is kept already; suggestions can be made again at any time.
    try? refreshSuggestions(of: application.receipt, actor: actor)
    publishInBackground()
  }

  /// Applications that hold any of the words, best first; all of them in the store's order where there are no words.
  public func applications(
    matching query: String?, _ filter: ApplicationFilter, page: Page
  ) throws -> Paged<ForumApplication> {
    guard let query, !query.isEmpty else { return try store.applications(filter, page: page) }
    let ids = applicationSearch.withLock { $0.ids(matching: query) }
    var wanted = filter
    wanted.receipts = ids
    if ids.isEmpty { return Paged(items: [], total: 0) }
    let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    let found = try store.applications(wanted, page: .all).items.sorted {
      (places[$0.receipt] ?? .max) < (places[$1.receipt] ?? .max)
    }
    return Paged(items: Array(found.dropFirst(page.offset).prefix(page.limit)), total: found.count)
  }
}
