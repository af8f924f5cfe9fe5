import ProfileIngest
import TestCorpora
import Testing

@Suite struct ArchiveTests {
  private static func project(_ id: Int) -> String { "<project><id>\(id)</id><title>T\(id)</title></project>" }

  private func read(
    _ entries: [TestArchive.Entry], _ options: IngestOptions = IngestOptions(), threadCount: Int = 2,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Ingestion {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.zip", TestArchive.bytes(entries))
    var ingestion = try Ingestion([path], options, threadCount: threadCount, sourceLocation: sourceLocation)
    // The folder's name differs from run to run.
    for index in ingestion.issues.indices {
      ingestion.issues[index].file = ingestion.issues[index].file.replacing(folder.path + "/", with: "")
    }
    for index in ingestion.records.indices {
      ingestion.records[index].location.source = ingestion.records[index].location.source.replacing(
        folder.path + "/", with: "")
    }
    return ingestion
  }

  @Test func `entries are read in place, whatever their format and name`() throws {
    let ingestion = try read([
      TestArchive.Entry("b.xml", Self.project(1)), TestArchive.Entry("folder/", ""),
      TestArchive.Entry("folder/a.txt", "{\"id\":\"2\",\"text\":\"x\"}\n{\"id\":\"3\",\"text\":\"y\"}"),
      TestArchive.Entry("__MACOSX/b.xml", "junk"), TestArchive.Entry(".hidden", "junk"),
      TestArchive.Entry("한글.xml", Self.project(4)),
    ])
    #expect(ingestion.ids == ["1", "2", "3", "4"])
    #expect(ingestion.issues == [])
    #expect(
      ingestion.records.map(\.location.description) == [
        "a.zip!/b.xml:1", "a.zip!/folder/a.txt:1", "a.zip!/folder/a.txt:2", "a.zip!/한글.xml:1",
      ])
  }

  @Test func `a packed entry is unpacked`() throws {
    let ingestion = try read(
      [TestArchive.run("letters.jsonl", of: 0x61, byteCount: 100_000)], IngestOptions(forcedFormat: .jsonLines))
    #expect(ingestion.bytesRead == 100_000)
    #expect(ingestion.rejections.map(\.reason) == ["no JSON: no value can begin with 'a' (byte 1 of the line)"])
  }

  @Test(arguments: [
    "../evil.xml", "/etc/evil.xml", "a/../../evil.xml", "a\\..\\evil.xml", "C:evil.xml", "./evil.xml",
  ])
  func `a name that leads out of the archive is refused and the rest read`(name: String) throws {
    let ingestion = try read([
      TestArchive.Entry("1.xml", Self.project(1)), TestArchive.Entry(name, Self.project(2)),
      TestArchive.Entry("3.xml", Self.project(3)),
    ])
    #expect(ingestion.ids == ["1", "3"])
    let issue = try #require(ingestion.rejections.first)
    #expect(ingestion.rejections.count == 1)
    #expect(issue.file == "a.zip!/\(name)")
    #expect(issue.reason == "the entry's name leads out of the archive")
  }

  @Test func `encrypted and unknown packings are refused entry by entry`() throws {
    var encrypted = TestArchive.Entry("1.xml", Self.project(1))
    encrypted.flags = 1
    var unknown = TestArchive.Entry("2.xml", Self.project(2))
    unknown.method = 97
    let ingestion = try read([encrypted, unknown, TestArchive.Entry("3.xml", Self.project(3))])
    #expect(ingestion.ids == ["3"])
    #expect(
      ingestion.rejections.map(\.reason) == [
        "the entry is encrypted", "the entry is packed by method 97, which is unknown here",
      ])
  }

  @Test func `a wrong checksum is found`() throws {
    var entry = TestArchive.Entry("1.jsonl", "{\"id\":\"1\",\"text\":\"a\"}\n")
    entry.declaredChecksum = 7
    let ingestion = try read([entry, TestArchive.Entry("2.xml", Self.project(2))])
    #expect(ingestion.ids == ["1", "2"])
    #expect(ingestion.rejections.map(\.file) == ["a.zip!/1.jsonl"])
    #expect(ingestion.rejections.first?.reason.hasPrefix("the entry is damaged") == true)
  }

  @Test(arguments: [10, 100_000])
  func `a lie about the size is found`(declared: UInt32) throws {
    var entry = TestArchive.run("1.jsonl", of: 0x20, byteCount: 50_000)
    entry.declaredByteCount = declared
    let ingestion = try read([entry, TestArchive.Entry("2.xml", Self.project(2))])
    #expect(ingestion.ids == ["2"])
    #expect(ingestion.rejections.map(\.file) == ["a.zip!/1.jsonl"])
  }

  @Test func `an entry that would unpack beyond all measure is refused unread`() throws {
    var options = IngestOptions()
    options.limits.expansionFactor = 50
    options.limits.expansionFreeByteCount = 1 << 20
    let filler = TestArchive.Entry("filler.bin", Array(repeating: UInt8(1), count: 100_000))
    let bomb = TestArchive.run("bomb.xml", of: 0x20, byteCount: 2 << 20)
    let ingestion = try read([bomb, filler, TestArchive.Entry("2.xml", Self.project(2))], options)
    #expect(ingestion.ids == ["2"])
    #expect(ingestion.rejections.first?.reason == "the entry declares to unpack to more than 50 times its packed size")
    #expect(ingestion.bytesRead < 1 << 20)
  }

  @Test func `a bomb that declares little is stopped while it unpacks`() throws {
    var options = IngestOptions()
    options.limits.expansionFactor = 50
    options.limits.expansionFreeByteCount = 1 << 20
    var bomb = TestArchive.run("bomb.jsonl", of: 0x20, byteCount: 4 << 20)
    bomb.declaredByteCount = 1000
    let ingestion = try read([bomb], options)
    #expect(ingestion.records == [])
    #expect(ingestion.rejections.count == 1)
    #expect(ingestion.bytesRead <= 2 << 20)
  }

  @Test func `many entries that together are a bomb are refused as a whole`() throws {
    var options = IngestOptions()
    options.limits.expansionFactor = 50
    options.limits.expansionFreeByteCount = 1 << 20
    let part = TestArchive.run("part.jsonl", of: 0x20, byteCount: 600_000)
    let ingestion = try read(Array(repeating: part, count: 20), options)
    #expect(ingestion.recordsRead == 1)
    #expect(ingestion.rejections.first?.reason == "the archive declares to unpack to more than 50 times its size")
  }

  @Test func `entries that overlap are refused`() throws {
    // Two directory entries that point at the same bytes: the second packed size is counted twice.
    let entry = TestArchive.Entry("1.xml", Self.project(1) + String(repeating: " ", count: 1000))
    let folder = try TemporaryFolder()
    let path = try folder.write("a.zip", TestArchive.overlapping(entry, count: 50))
    let ingestion = try Ingestion([path])
    #expect(ingestion.records == [])
    #expect(ingestion.rejections.first?.reason.contains("overlap") == true, "\(ingestion.issues)")
  }

  @Test func `thousands of entries of one name are all read and it is said`() throws {
    let ingestion = try read((1...3000).map { TestArchive.Entry("same.xml", Self.project($0)) })
    #expect(ingestion.ids == (1...3000).map(String.init))
    #expect(ingestion.rejections == [])
    #expect(
      ingestion.warnings.map(\.reason) == ["2999 of the archive's entries repeat the name of another; all are read"])
  }

  @Test func `an archive that is cut short is rejected as one`() throws {
    let folder = try TemporaryFolder()
    let bytes = TestArchive.bytes((1...20).map { TestArchive.Entry("\($0).xml", Self.project($0)) })
    for length in stride(from: 4, to: bytes.count - 1, by: 61) {
      let ingestion = try Ingestion([folder.write("cut.zip", bytes.prefix(length))])
      #expect(ingestion.records == [])
      #expect(ingestion.rejections.count == 1)
      #expect(ingestion.rejections.first?.remedy.contains("unzip -t") == true)
    }
  }

  @Test func `flipped bytes in an archive never crash`() throws {
    let folder = try TemporaryFolder()
    let bytes = TestArchive.bytes(
      (1...5).map { TestArchive.Entry("\($0).xml", Self.project($0)) } + [
        TestArchive.run("r", of: 0x20, byteCount: 5000)
      ])
    var state: UInt64 = 7
    for _ in 0..<200 {
      var damaged = bytes
      for _ in 0..<2 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(state >> 33) % damaged.count] ^= UInt8(truncatingIfNeeded: state >> 24) | 1
      }
      _ = try Ingestion([folder.write("damaged.zip", damaged)])
    }
  }

  @Test func `archives inside archives, workbooks and empty archives are told apart`() throws {
    let inner = TestArchive.bytes([TestArchive.Entry("1.xml", Self.project(1))])
    let nested = try read([TestArchive.Entry("inner.zip", inner), TestArchive.Entry("2.xml", Self.project(2))])
    #expect(nested.ids == ["2"])
    #expect(nested.rejections.map(\.reason) == ["it is an archive inside an archive"])
    let workbook = try read([
      TestArchive.Entry("[Content_Types].xml", "<Types/>"), TestArchive.Entry("xl/workbook.xml", "<a/>"),
    ])
    #expect(workbook.recordsRead == 1)
    #expect(workbook.rejections.first?.reason.contains(".xlsx") == true)
    let empty = try read([])
    #expect(empty.recordsRead == 0)
    #expect(empty.warnings.map(\.reason) == ["the archive holds no files"])
  }

  @Test func `too many entries are refused`() throws {
    var options = IngestOptions()
    options.limits.archiveEntryCount = 10
    let ingestion = try read((1...11).map { TestArchive.Entry("\($0).xml", Self.project($0)) }, options)
    #expect(ingestion.recordsRead == 1)
    #expect(ingestion.rejections.first?.reason == "the archive has 11 entries, more than 10")
  }

  @Test(arguments: [1, 2, 8])
  func `what is delivered does not depend on the number of threads`(threadCount: Int) throws {
    let entries = (1...700).map { index in
      index % 50 == 0
        ? TestArchive.Entry("\(index).xml", "<broken>") : TestArchive.Entry("\(index).xml", Self.project(index))
    }
    let options = IngestOptions(batchByteCount: 500)
    let ingestion = try read(entries, options, threadCount: threadCount)
    let expected = try read(entries, IngestOptions(), threadCount: 1)
    #expect(ingestion.records == expected.records)
    #expect(ingestion.issues == expected.issues)
    #expect(ingestion.ids.count == 686)
  }
}
