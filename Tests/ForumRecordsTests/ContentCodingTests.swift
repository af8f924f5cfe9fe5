import ForumRecords
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct ContentCodingTests {
  @Test func `the stored form of version 1 does not change`() {
    let evidence = Evidence(
      id: "p1", kind: .project,
      title: LocalizedText([.init(language: "ko", text: "양자"), .init(language: nil, text: "Q")]),
      text: "", keywords: ["a", ""], date: CalendarDate("2024-03-01"),
      participations: [Participation(organization: "kist", role: .coordinator)])
    let bytes = EncodedEvidence.content(of: evidence)
    let expected: [UInt8] = [1, 2, 3, 0x6B, 0x6F, 6] + Array("양자".utf8) + [0, 1, 0x51, 0, 2, 1, 0x61, 0]
    #expect(bytes == expected)
    #expect(EncodedEvidence(evidence).contentHash == goldenEvidenceHash)
    let profile = ProfileContent.bytes(of: kist)
    #expect(StoredOrganization.contentHash(of: kist, isFull: true, content: profile) == goldenProfileHash)
  }

  @Test func `codes of classifications make a block of version 2, which ends with them`() throws {
    var evidence = project("p1")
    let before = EncodedEvidence.content(of: evidence)
    evidence.classifications = [
      ClassificationCode(scheme: .patents, code: "G06N 10"), ClassificationCode(scheme: "X", code: "", name: "양자"),
    ]
    let bytes = EncodedEvidence.content(of: evidence)
    let added: [UInt8] =
      [2, 3] + Array("IPC".utf8) + [7] + Array("G06N 10".utf8) + [0, 1, 0x58, 0, 7] + Array("양자".utf8)
    #expect(bytes == [2] + before.dropFirst() + added)
    #expect(try EvidenceContent(bytes).classifications == evidence.classifications)
    #expect(try EvidenceContent(before).classifications == [])
    for count in before.count..<bytes.count {
      #expect(throws: ContentReader.Failure.self) { try EvidenceContent(Array(bytes[..<count])) }
    }
    var profile = kist
    let plain = ProfileContent.bytes(of: profile)
    profile.classifications = evidence.classifications
    #expect(ProfileContent.bytes(of: profile) == [2] + plain.dropFirst() + added)
  }

  @Test(arguments: UInt64(1)...5)
  func `reading inverts writing`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let evidence = randomEvidence(&generator)
      let content = try EvidenceContent(EncodedEvidence.content(of: evidence))
      #expect(content.title == evidence.title)
      #expect(content.text == evidence.text)
      #expect(content.keywords == evidence.keywords)
    }
  }

  @Test func `every cut of a content is noticed`() {
    let bytes = EncodedEvidence.content(of: project("p1"))
    for count in 0..<bytes.count {
      #expect(throws: ContentReader.Failure.self) { try EvidenceContent(Array(bytes[..<count])) }
    }
    #expect(throws: ContentReader.Failure.bytesLeft(1)) { try EvidenceContent(bytes + [0]) }
    #expect(throws: ContentReader.Failure.unknownVersion(3)) { try EvidenceContent([3] + bytes.dropFirst()) }
    #expect(throws: ContentReader.Failure.truncated) { try EvidenceContent([2] + bytes.dropFirst()) }
  }

  @Test func `a huge count in damaged content allocates nothing`() {
    #expect(throws: ContentReader.Failure.truncated) {
      try EvidenceContent([1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
    }
  }

  @Test func `anything that an evidence says changes its hash`() {
    let base = project("p1", participants: [("a", .coordinator), ("b", .participant)])
    var variants = [base]
    func vary(_ change: (inout Evidence) -> Void) {
      var variant = base
      change(&variant)
      variants.append(variant)
    }
    vary { $0.kind = .patent }
    vary { $0.classifications = [ClassificationCode(scheme: .patents, code: "G06N")] }
    vary { $0.classifications = [ClassificationCode(scheme: .patents, code: "G06N", name: "")] }
    vary { $0.date = nil }
    vary { $0.date = CalendarDate(daysSinceEpoch: 0) }
    vary { $0.title = "Entangled photon" }
    vary { $0.title.entries[0].language = nil }
    vary { $0.title.entries[0].language = "" }
    vary { $0.text = $0.title }
    vary { $0.keywords = ["QKD양자"] }
    vary { $0.keywords = [] }
    vary { $0.participations.swapAt(0, 1) }
    vary { $0.participations[1].role = .funder }
    vary { $0.participations[1].organization = "c" }
    vary { $0.participations.removeLast() }
    #expect(Set(variants.map { EncodedEvidence($0).contentHash }).count == variants.count)
  }

  private func randomEvidence(_ generator: inout SplitMix64) -> Evidence {
    let alphabet: [Character] = Array("ab 양자센서é🙂\u{0}")
    func text(_ generator: inout SplitMix64) -> String {
      String((0..<Int.random(in: 0...200, using: &generator)).map { _ in alphabet.randomElement(using: &generator)! })
    }
    func localized(_ generator: inout SplitMix64) -> LocalizedText {
      LocalizedText(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          let language = ["ko", "en", "", nil].randomElement(using: &generator)!
          return LocalizedText.Entry(language: language, text: text(&generator))
        })
    }
    return Evidence(
      id: "p", kind: .patent, title: localized(&generator), text: localized(&generator),
      keywords: (0..<Int.random(in: 0...4, using: &generator)).map { _ in text(&generator) })
  }

  private let goldenEvidenceHash: Int64 = 2_384_765_803_009_832_167
  private let goldenProfileHash: Int64 = -4_574_277_077_194_450_633
}
