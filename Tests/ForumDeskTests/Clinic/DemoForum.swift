import ForumDesk
import ForumRecords
import Foundation
import PartnerDiscovery
import ResearchProfiles
import TestCorpora

/// The demonstration forum as a workspace, made once for all tests.
enum DemoForum {
  struct Opened: Sendable {
    let folder: TemporaryFolder
    let matcher: ApplicationMatcher
    let applications: [ForumApplication]
  }

  static let opened: Result<Opened, any Error> = Result {
    let folder = try TemporaryFolder()
    let corpus =
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path() + "Corpus/Forum/"
    let workspace = Workspace(path: folder.path + "/workspace")
    let sources = ["academia.jsonl", "companies.jsonl", "company-evidence.jsonl", "cerif", "international-projects"]
    _ = try ImportSources(workspace: workspace, sources: sources.map { corpus + $0 }).run()
    let applications = try ApplicationSource(path: corpus + "applications.jsonl").applications
    return Opened(
      folder: folder, matcher: ApplicationMatcher(try DiscoverySession(workspace: workspace)),
      applications: applications.map { ForumApplication(receipt: $0.id, application: $0) })
  }
}
