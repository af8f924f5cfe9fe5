import ProfileIngest
import TestCorpora
import Testing

@Suite struct LineRangeTests {
  private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Lines of all sorts: records, wrong ones, blanks, unknown keys, very long ones.
  private static func file(_ numbers: inout SeededNumbers) -> String {
    var text = "{\"id\":\"first\",\"text\":\"begin\"}\n"
    for index in 0..<Int.random(in: 10...40, using: &numbers) {
      switch Int.random(in: 0...9, using: &numbers) {
      case 0: text += "\n"
      case 1: text += "broken \(index)\n"
      case 2:
        text +=
          "{\"id\":\"\(index)\",\"text\":\"\(String(repeating: "가", count: Int.random(in: 0...800, using: &numbers)))\"}\r\n"
      case 3: text += "{\"id\":\"\(index)\",\"text\":\"x\",\"key\(index % 3)\":1}\n"
      default: text += "{\"id\":\"\(index)\",\"text\":\"plain\"}\n"
      }
    }
    if Bool.random(using: &numbers) { text.removeLast() }
    return text
  }

  @Test(arguments: UInt64(1)...20)
  func `ranges of any size read by any number of threads give what one pass gives`(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let folder = try TemporaryFolder()
    let path = try folder.write("input.jsonl", Self.file(&numbers))
    var whole = IngestOptions(rangeByteCount: 1 << 30, batchByteCount: 1 << 30)
    whole.limits.lineByteCount = 1500
    let expected = try Ingestion([path], whole, threadCount: 1)
    for threadCount in [1, 2, 8] {
      var options = whole
      options.rangeByteCount = Int64.random(in: 5...900, using: &numbers)
      options.batchByteCount = Int64.random(in: 1...5000, using: &numbers)
      let ranged = try Ingestion([path], options, threadCount: threadCount)
      #expect(ranged.records == expected.records)
      #expect(ranged.issues == expected.issues)
      #expect(ranged.recordsRead == expected.recordsRead)
      #expect(ranged.bytesRead == expected.bytesRead)
    }
  }

  @Test func `a line of a gigabyte is skipped in bounded memory`() throws {
    // A sparse file: the hole reads as zeros and takes no room on the disk.
    let folder = try TemporaryFolder()
    let path = try folder.write("input.jsonl", "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"")
    try SparseFile.extend(path, by: 1 << 30, then: "\"}\n{\"id\":\"2\",\"text\":\"b\"}\n")
    var options = IngestOptions(rangeByteCount: 64 << 20)
    options.limits.lineByteCount = 1 << 20
    let before = PeakMemory.byteCount
    let ingestion = try Ingestion([path], options)
    #expect(ingestion.ids == ["1", "2"])
    #expect(ingestion.rejections.map(\.line) == [2])
    #expect(ingestion.records.map(\.location.line) == [1, 3])
    #expect(PeakMemory.byteCount - before < 100 << 20)
  }
}
