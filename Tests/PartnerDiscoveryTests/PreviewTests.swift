import Foundation
import PartnerDiscovery
import ProfileIngest
import TestCorpora
import Testing

struct PreviewTests {
  private let source = """
    {"type":"organization","id":"a","name":"A"}
    {"type":"evidence","id":"e1","kind":"project","title":"양자"}
    {"type":"evidence","id":"e1","kind":"project","title":"양자 통신"}
    {"type":"evidence"}

    """

  @Test func `a preview counts what an import would do and makes no workspace`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("source.jsonl", source)
    let workspace = Workspace(path: folder.file("workspace"))
    let importing = ImportSources(workspace: workspace, sources: [path])
    let preview = try importing.preview()
    #expect(preview.isPreview)
    #expect(!FileManager.default.fileExists(atPath: workspace.path))
    let report = try importing.run()
    let (left, right) = (preview.totals, report.totals)
    let counts: [Int] = [left.read, left.accepted, left.merged, left.rejected]
    let done: [Int] = [right.read, right.accepted, right.merged, right.rejected]
    #expect(counts == [4, 2, 1, 1])
    #expect(counts == done)
    #expect(preview.sources[0].issues == report.sources[0].issues)
  }

  @Test func `what a workspace knows already counts as merged, and the workspace stays as it is`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("source.jsonl", source)
    let importing = ImportSources(workspace: Workspace(path: folder.file("workspace")), sources: [path])
    _ = try importing.run()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file("workspace/registry.sqlite")))
    let preview = try importing.preview()
    let counts: [Int] = [preview.totals.accepted, preview.totals.merged, preview.totals.rejected]
    #expect(counts == [0, 3, 1])
    let after = try Data(contentsOf: URL(fileURLWithPath: folder.file("workspace/registry.sqlite")))
    #expect(Array(after) == Array(before))
    #expect(try CheckWorkspace(workspace: Workspace(path: folder.file("workspace"))).run().problems == [])
  }

  @Test func `tables are shown with what is read of them`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("members.csv", "기업명,국가\nA,한국\n")
    let preview = try ImportSources(workspace: Workspace(path: folder.file("none")), sources: [path]).preview()
    let fields: [String?] = preview.tables.flatMap(\.columns).map { $0.field?.description }
    #expect(fields == ["name", "country"])
  }
}
