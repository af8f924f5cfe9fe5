import Foundation
import ProfileIngest
import TestCorpora
import Testing

@Suite struct SourceTests {
  private static func project(_ id: String) -> String { "<project><id>\(id)</id></project>" }

  @Test func `a folder is read to its depth, by path bytes, without hidden files`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.xml", "a/z.xml", "a.xml", "a/b/c.json", "B.xml", "가.xml"] {
      try folder.write(name, Self.project(name))
    }
    try folder.write(".hidden.xml", "junk")
    try folder.write(".git/x.xml", "junk")
    let ingestion = try Ingestion([folder.path])
    #expect(ingestion.ids == ["B.xml", "a.xml", "a/b/c.json", "a/z.xml", "b.xml", "가.xml"])
    #expect(ingestion.issues == [])
  }

  @Test func `sources are read in the order in which they are named`() throws {
    let folder = try TemporaryFolder()
    let names = ["3", "1", "2"]
    let sources = try names.map { try folder.write("\($0).xml", Self.project($0)) }
    let ingestion = try Ingestion(sources, IngestOptions(batchByteCount: 1), threadCount: 3)
    #expect(ingestion.ids == names)
    #expect(ingestion.sourceIndices == ingestion.sourceIndices.sorted())
    #expect(Set(ingestion.sourceIndices) == [0, 1, 2])
  }

  @Test func `what is missing, empty or no regular file is rejected by name`() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/pipe"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let sources = try [
      folder.path + "/missing.xml", folder.write("empty.xml", ""), pipe, "/dev/zero",
      folder.write("ok.xml", Self.project("1")),
    ]
    let ingestion = try Ingestion(sources)
    #expect(ingestion.ids == ["1"])
    #expect(
      ingestion.rejections.map(\.reason) == [
        "there is no such file", "the file is empty", "it is a named pipe, not a regular file",
        "it is a device, not a regular file",
      ])
    #expect(ingestion.rejections.map(\.file) == Array(sources.prefix(4)))
    #expect(ingestion.recordsRead == 5)
  }

  @Test func `a pipe in a folder does not stop the reading`() throws {
    let folder = try TemporaryFolder()
    #expect(unsafe mkfifo(folder.path + "/a.pipe", 0o600) == 0)
    try folder.write("b.xml", Self.project("1"))
    let ingestion = try Ingestion([folder.path])
    #expect(ingestion.ids == ["1"])
    #expect(ingestion.rejections.count == 1)
  }

  @Test func `links in a folder are not followed, one that the user names is`() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    let target = try outside.write("target.xml", Self.project("outside"))
    try folder.write("own.xml", Self.project("own"))
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: folder.path)
    try files.createSymbolicLink(atPath: folder.path + "/out.xml", withDestinationPath: target)
    try files.createSymbolicLink(atPath: folder.path + "/dangling", withDestinationPath: "/nowhere/at/all")
    let ingestion = try Ingestion([folder.path])
    #expect(ingestion.ids == ["own"])
    #expect(ingestion.warnings.map { ($0.file as NSString).lastPathComponent } == ["dangling", "loop", "out.xml"])
    #expect(try Ingestion([folder.path + "/out.xml"]).ids == ["outside"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `what may not be read is rejected by name`() throws {
    let folder = try TemporaryFolder()
    let closed = try folder.write("closed/x.xml", Self.project("1"))
    let file = try folder.write("file.xml", Self.project("2"))
    _ = unsafe chmod(folder.path + "/closed", 0)
    _ = unsafe chmod(file, 0)
    defer { _ = unsafe chmod(folder.path + "/closed", 0o700) }
    let ingestion = try Ingestion([folder.path])
    #expect(ingestion.rejections.map(\.file) == [(closed as NSString).deletingLastPathComponent, file])
    #expect(ingestion.rejections.allSatisfy { $0.reason == "it may not be read" })
  }

  @Test func `an empty folder is a warning`() throws {
    let folder = try TemporaryFolder()
    let ingestion = try Ingestion([folder.path])
    #expect(ingestion.recordsRead == 0)
    #expect(ingestion.warnings.map(\.reason) == ["the folder holds no files"])
  }

  @Test func `a forced format reads what content would not tell`() throws {
    let text = "not json\n{\"id\":\"1\",\"text\":\"x\"}"
    #expect(try Ingestion(text).recordsRead == 1)
    let forced = try Ingestion(text, IngestOptions(forcedFormat: .jsonLines))
    #expect(forced.ids == ["1"])
    #expect(forced.rejections.map(\.line) == [1])
    #expect(try Ingestion(Self.project("1"), IngestOptions(forcedFormat: .cerif)).records == [])
  }

  @Test func `progress runs from nothing to the total`() throws {
    let folder = try TemporaryFolder()
    for index in 0..<30 { try folder.write("\(index).xml", Self.project("\(index)")) }
    var steps: [IngestProgress] = []
    try IngestReader(sources: [folder.path], options: IngestOptions(batchByteCount: 100)).read(
      threadCount: 2, onProgress: { steps.append($0) }, deliver: { _ in })
    let first = try #require(steps.first)
    let last = try #require(steps.last)
    #expect(first.bytesDone == 0 && first.bytesTotal > 0)
    #expect(last.bytesDone == last.bytesTotal && last.bytesTotal == first.bytesTotal)
    #expect(last.recordsRead == 30)
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.bytesDone <= $1.bytesDone })
  }

  @Test func `an error of the caller ends the run and reaches the caller`() throws {
    struct Full: Error {}
    let folder = try TemporaryFolder()
    for index in 0..<200 { try folder.write("\(index).xml", Self.project("\(index)")) }
    var batchCount = 0
    #expect(throws: Full.self) {
      try IngestReader(sources: [folder.path], options: IngestOptions(batchByteCount: 50)).read(threadCount: 2) { _ in
        batchCount += 1
        if batchCount == 5 { throw Full() }
      }
    }
    #expect(batchCount == 5)
  }

  @Test func `an issue reads as a sentence with place, reason and remedy`() {
    let issue = IngestIssue(
      severity: .rejected, file: "a.zip!/b.xml", line: 3, record: "7", reason: "it is bad", remedy: "make it good")
    #expect(issue.description == "a.zip!/b.xml:3: record 7: it is bad; make it good")
  }

  @Test func `a large XML file streams in batches and flat memory`() throws {
    let folder = try TemporaryFolder()
    let filler = String(repeating: "quantum words ", count: 60)
    let record =
      "<project><id>1</id><objective>\(filler)</objective><relations><associations><result><id>2</id><x>\(filler)</x></result></associations></relations></project>\n"
    let path = try folder.write(
      "large.xml", "<projects>" + String(repeating: record, count: 6000) + "</projects>")
    var batchCount = 0
    var recordCount = 0
    var largestBatch = 0
    try IngestReader(sources: [path]).read(threadCount: 2) { batch in
      batchCount += 1
      recordCount += batch.records.count
      largestBatch = max(largestBatch, batch.records.count)
    }
    #expect(recordCount == 6000)
    #expect(batchCount >= 8)
    #expect(largestBatch <= 800)
  }
}
