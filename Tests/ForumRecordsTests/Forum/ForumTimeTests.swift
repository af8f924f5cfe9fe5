import ForumRecords
import Foundation
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct ForumTimeTests {
  @Test func `moments are shown in Seoul's time`() {
    #expect(noon.description == "2026-11-21 21:00:00")
    #expect(ForumTime(secondsSinceEpoch: 0).description == "1970-01-01 09:00:00")
    #expect(ForumTime(secondsSinceEpoch: -9 * 3600 - 1).description == "1969-12-31 23:59:59")
    #expect(ForumTime(secondsSinceEpoch: 1_767_193_199).description == "2025-12-31 23:59:59")
    #expect(ForumTime(secondsSinceEpoch: 1_767_193_200).description == "2026-01-01 00:00:00")
  }

  @Test(arguments: UInt64(1)...3)
  func `a day begins where the day before ends`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let date = CalendarDate(daysSinceEpoch: Int32.random(in: -700_000...2_900_000, using: &generator))
      let start = ForumTime(startOf: date)
      #expect(start.seoulDate == date)
      #expect(start.seoulTimeOfDay == (0, 0, 0))
      #expect(start.adding(seconds: -1).seoulDate.daysSinceEpoch == date.daysSinceEpoch - 1)
      #expect(start.adding(days: 1).seoulDate.daysSinceEpoch == date.daysSinceEpoch + 1)
    }
  }

  @Test func `the ends of time do not overflow`() {
    for seconds in [Int64.min, -1, 0, Int64.max] {
      let time = ForumTime(secondsSinceEpoch: seconds)
      #expect(!time.description.isEmpty)
      #expect(time.adding(days: Int.max) >= time)
      #expect(time.adding(days: Int.min) <= time)
    }
  }

  @Test func `a moment is a number in JSON`() throws {
    let text = String(decoding: try JSONEncoder().encode([noon]), as: UTF8.self)
    #expect(text == "[1795262400]")
    #expect(try JSONDecoder().decode([ForumTime].self, from: Data(text.utf8)) == [noon])
  }

  /// The digests of a backup's files are those of every other program: the examples of FIPS 180-2, and sha256sum's.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `digests are SHA-256`(text: String, digest: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("workspace/settings.json", text)
    try ForumStore(path: folder.file("workspace/forum.sqlite"), mode: .readWrite).close()
    let manifest = try WorkspaceBackup.make(of: folder.file("workspace"), in: folder.file("backup"), time: noon)
    #expect(manifest.files.first { $0.path == "settings.json" }?.sha256 == digest)
  }
}
