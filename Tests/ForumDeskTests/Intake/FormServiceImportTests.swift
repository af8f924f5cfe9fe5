import ForumDesk
import ForumRecords
import Foundation
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct FormServiceImportTests {
  private static let header =
    "타임스탬프,이메일 주소,1. 소속 기관명을 입력해 주세요.,기관 유형,지역,신청 분야 (복수 선택 가능),공동연구 과제명,연구 내용을 적어 주세요,필요한 기술이나 장비,희망 협력 기관 유형,연락처,성명,개인정보 수집 및 이용에 동의하십니까?,상대 기관에 연락처를 제공하는 데 동의하십니까?,비고란"
  private static let rows = [
    "2023. 11. 21 오후 2:31:05,kim@example.kr,한빛양자,중소기업,서울특별시,\"공동연구, 창업 과정\",극저온 제어,희석냉동기에서 도는 제어 회로,\"1) 4 K 저잡음 증폭기\n- 배선 16채널\",\"대학, 연구소\",010-1234-5678,김하늘,동의합니다,동의,없음",
    "2023. 11. 21 오전 9:05:00,lee@example.kr,가온대학교,대학,부산,산업 과정,,,,,051-123-4567,이바다,네,아니오,",
    "2023. 11. 22 오전 12:00:01,park@example.kr,누리연구원,연구기관,대전,공동연구,광자 검출기,,단일광자 검출기,,010-2222-3333,박구름,동의하지 않습니다,,",
    "2023. 11. 22 오후 12:10:00,not an address,다솜기업,기업,경기,공동연구,센서,자력계,,,,최별,동의합니다,,",
  ]

  private func export(_ lines: [String], prefix: [UInt8] = []) throws -> FormServiceExport {
    try FormServiceExport(prefix + Array(lines.joined(separator: "\r\n").utf8), name: "form.csv")
  }

  private func withStore(_ body: (ForumStore, FormServiceImport) throws -> Void) throws {
    let folder = try TemporaryFolder()
    let store = try ForumStore(path: folder.path + "/forum.sqlite", mode: .readWrite)
    try body(store, FormServiceImport(store: store, secret: [1, 2, 3]))
    try store.close()
  }

  private let now = ForumTime(secondsSinceEpoch: 1_800_000_000)

  @Test func `headings are mapped by the form's own, by words in questions and by likeness`() throws {
    let export = try export([Self.header] + Self.rows)
    #expect(
      export.guess.columns.map(\.meaning) == [
        .timestamp, .field(.email), .field(.organizationName), .field(.organizationKind), .field(.region),
        .field(.purposes), .field(.title), .field(.summary), .field(.needs), .field(.wantedKinds), .field(.phone),
        .field(.personName), .field(.forumConsent), .field(.partnerConsent), .ignored,
      ])
  }

  @Test func `English headings are mapped alike`() throws {
    let export = try export([
      "Timestamp,Email Address,Organization,Organization type,Project title,Project description,What do you need?,Full name,Do you agree to the collection and use of personal data?",
      "11/21/2023 14:31:05,a@b.kr,Acme,Company,Cryogenic control,We build circuits,Low-noise amplifiers,Kim,I agree",
    ])
    #expect(
      export.guess.columns.map(\.meaning) == [
        .timestamp, .field(.email), .field(.organizationName), .field(.organizationKind), .field(.title),
        .field(.summary), .field(.needs), .field(.personName), .field(.forumConsent),
      ])
    try withStore { store, service in
      let report = try service.run(export, mapping: export.guess, actor: "kim", time: now)
      #expect(report.acceptedCount == 1, "\(report.issues)")
      let stored = try #require(try store.application(receipt: report.receipts[0]))
      #expect(stored.language == "en" && stored.submitted.secondsSinceEpoch == 1_700_544_665)
    }
  }

  @Test func `rows are taken, refused with their line, and counted`() throws {
    try withStore { store, service in
      let export = try export([Self.header] + Self.rows)
      let report = try service.run(export, mapping: export.guess, actor: "kim", time: now)
      #expect(report.readCount == 4 && report.acceptedCount == 2 && report.rejectedCount == 2, "\(report.issues)")
      let refused = report.issues.filter(\.isRejected)
      #expect(refused.map(\.line) == [5, 6] && refused.map(\.key) == [.forumConsent, .email])
      #expect(refused[0].korean.contains("동의"))
      let first = try #require(try store.application(receipt: report.receipts[0]))
      #expect(first.application.needs.map(\.statement) == ["4 K 저잡음 증폭기", "배선 16채널"])
      #expect(first.wantedKinds == [.university, .institute] && first.region == "서울")
      #expect(first.wantsJointResearch && first.courses == [.commercialisation] && first.channel == .formImport)
      #expect(first.submitted.secondsSinceEpoch == 1_700_544_665)
      let contact = try #require(try store.contact(receipt: first.receipt))
      #expect(contact.personName == "김하늘" && contact.email == "kim@example.kr" && contact.phone == "010-1234-5678")
      #expect(try store.consents(receipt: first.receipt).map(\.recipient) == ["forum", "partners"])
      #expect(try store.consents(receipt: report.receipts[1]).map(\.recipient) == ["forum"])
    }
  }

  @Test func `importing again changes nothing, and a row that changed updates its application`() throws {
    try withStore { store, service in
      let export = try export([Self.header] + Self.rows)
      let first = try service.run(export, mapping: export.guess, actor: "kim", time: now)
      let again = try service.run(export, mapping: export.guess, actor: "kim", time: now.adding(days: 1))
      #expect(again.readCount == 4 && again.unchangedCount == 2 && again.rejectedCount == 2 && again.receipts.isEmpty)
      var rows = Self.rows
      rows[0] = rows[0].replacing("극저온 제어", with: "극저온 CMOS 제어")
      rows.swapAt(0, 1)
      let changed = try self.export([Self.header] + rows)
      let third = try service.run(changed, mapping: changed.guess, actor: "kim", time: now.adding(days: 2))
      #expect(third.updatedCount == 1 && third.unchangedCount == 1 && third.receipts == [first.receipts[0]])
      #expect(try store.applications().total == 2)
      #expect(try store.application(receipt: first.receipts[0])?.application.title == "극저온 CMOS 제어")
    }
  }

  @Test func `a heading that holds the whole text of a consent is one`() throws {
    let text = String(repeating: "수집 항목은 성명 소속 전화번호 이메일이며 목적은 매칭입니다 ", count: 20)
    let export = try export(["이메일,기관명,과제명,\(text) 위 개인정보의 수집과 이용에 동의하십니까?", "a@b.kr,한빛,센서,예"])
    #expect(export.guess.columns.last?.meaning == .field(.forumConsent))
  }

  @Test func `a corrected mapping is remembered for the same line of headings`() throws {
    try withStore { _, service in
      let export = try export([Self.header] + Self.rows)
      var mapping = try service.mapping(for: export).mapping
      mapping.correct(14, to: .field(.department))
      try service.remember(mapping, name: "가을 신청", actor: "kim", time: now)
      let (known, isRemembered) = try service.mapping(for: try self.export([Self.header]))
      #expect(isRemembered && known == mapping)
      #expect(try !service.mapping(for: try self.export([Self.header + ",직위"])).isRemembered)
    }
  }

  @Test func `without a column for the consent nothing is taken`() throws {
    try withStore { store, service in
      let export = try export(["이메일,기관명,과제명", "a@b.kr,한빛,센서"])
      let report = try service.run(export, mapping: export.guess, actor: "kim", time: now)
      #expect(report.rejectedCount == 1 && report.readCount == 1)
      #expect(report.issues[0].korean.contains("열") && report.issues[0].key == .forumConsent)
      #expect(try store.applications().total == 0)
    }
  }

  @Test func `a preview stores nothing`() throws {
    try withStore { store, service in
      let export = try export([Self.header] + Self.rows)
      let report = service.preview(export, mapping: export.guess)
      #expect(report.acceptedCount == 2 && report.rejectedCount == 2)
      #expect(try store.applications().total == 0)
    }
  }

  @Test func `neither keys nor reports hold personal data`() throws {
    try withStore { store, service in
      let export = try export([Self.header] + Self.rows)
      let report = try service.run(export, mapping: export.guess, actor: "kim", time: now)
      let text = String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
      for secret in ["kim@example.kr", "010-1234-5678", "김하늘", "not an address"] { #expect(!text.contains(secret)) }
      let keys = try store.applications().items.compactMap(\.sourceKey)
      #expect(Set(keys).count == 2)
      for key in keys { #expect(!key.contains("@") && !key.contains("1234-5678")) }
      // Another secret makes other keys: nobody can try addresses against them.
      let other = FormServiceImport(store: store, secret: [9])
      #expect(try other.run(export, mapping: export.guess, actor: "kim", time: now).acceptedCount == 2)
    }
  }

  @Test func `letters come right from UTF-8 with a mark, UTF-16 and CP949`() throws {
    let text = [Self.header, Self.rows[0]].joined(separator: "\n")
    let utf16: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let cp949 = [UInt8](try #require(Data(base64Encoded: Self.cp949)))
    for (content, name) in [([0xEF, 0xBB, 0xBF] + Array(text.utf8), "한빛양자"), (utf16, "한빛양자"), (cp949, "똠방각하연구소")] {
      let export = try FormServiceExport(content, name: "form.csv")
      try withStore { store, service in
        let report = try service.run(export, mapping: export.guess, actor: "kim", time: now)
        let stored = try #require(try store.applications().items.first, "\(report.issues)")
        #expect(stored.application.applicant?.name == name)
        #expect(stored.submitted.secondsSinceEpoch == 1_700_544_665)
      }
    }
  }

  @Test func `a workbook's dates keep their time, and its headings may stand below a title`() throws {
    let export = try FormServiceExport(Array(try #require(Data(base64Encoded: Self.workbook))), name: "form.xlsx")
    #expect(export.sheet == "A" && export.rows.count == 1)
    try withStore { store, service in
      let report = try service.run(export, mapping: export.guess, actor: "kim", time: now)
      let stored = try #require(try store.applications().items.first, "\(report.issues)")
      #expect(stored.submitted.secondsSinceEpoch == 1_700_544_665)
    }
  }

  @Test(
    arguments: [
      ("2023. 11. 21 오후 2:31:05", 1_700_544_665), ("2023/11/21 14:31:05", 1_700_544_665),
      ("2023/11/21 2:31:05 오후 GMT+9", 1_700_544_665), ("2023-11-21T05:31:05Z", 1_700_544_665),
      ("2023-11-21T14:31:05+09:00", 1_700_544_665), ("2023-11-21 14:31:05.123", 1_700_544_665),
      ("2023년 11월 21일 14시 31분 5초", 1_700_544_665), ("11/21/2023 14:31:05", 1_700_544_665),
      ("21/11/2023 2:31:05 PM", 1_700_544_665),
      ("45251.604918981", 1_700_544_665), ("2023. 11. 21 오전 12:00:00", 1_700_492_400), ("2023-11-21", 1_700_492_400),
      ("2023. 13. 41 오후 2:31:05", nil), ("어제", nil),
    ] as [(String, Int64?)])
  func `times are read as form services write them, in Seoul's time`(text: String, expected: Int64?) throws {
    try withStore { store, service in
      let export = try export(["타임스탬프,이메일,기관명,과제명,개인정보 수집 동의", "\(text),a@b.kr,한빛,센서,동의"])
      let report = try service.run(export, mapping: export.guess, actor: "kim", time: now)
      let stored = try #require(try store.applications().items.first, "\(report.issues)")
      #expect(stored.submitted.secondsSinceEpoch == expected ?? now.secondsSinceEpoch)
      #expect(report.issues.isEmpty == (expected != nil))
    }
  }

  @Test func `needs beyond five, and those that are long, become part of the summary`() throws {
    try withStore { store, service in
      let needs = (1...7).map { "\($0). 장비 \($0)번" }.joined(separator: "\n")
      let export = try export(["이메일,기관명,과제명,필요 기술,개인정보 수집 동의", "a@b.kr,한빛,센서,\"\(needs)\",동의"])
      let report = try service.run(export, mapping: export.guess, actor: "kim", time: now)
      let stored = try #require(try store.applications().items.first, "\(report.issues)")
      #expect(stored.application.needs.count == 5 && stored.application.summary == "장비 6번\n장비 7번")
      #expect(report.issues.count == 1)
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `whatever a file holds, its counts add up`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "한빛", "a@b.kr", ",", "\"", "\n", "동의", "2023. 11. 21 오후 2:31:05", ";", "공동연구", "010-1234-5678", "센서 4 K",
      "-",
    ]
    try withStore { store, service in
      var text = Self.header + "\n"
      for _ in 0..<120 { text += pieces.randomElement(using: &random) ?? "" }
      text += "\n" + Self.rows.joined(separator: "\n")
      let export = try FormServiceExport(Array(text.utf8), name: "form.csv")
      let report = try service.run(export, mapping: export.guess, actor: "kim", time: now)
      #expect(
        report.readCount
          == report.acceptedCount + report.updatedCount + report.unchangedCount + report.rejectedCount)
      #expect(try store.applications().total == report.acceptedCount)
    }
  }

  @Test func `mappings are found again by the digest under which earlier versions kept them`() {
    let digest = "bb1b3f843445ec260cf0c5e0df71362b63d8360748708f3e5ac5252bb5ffd4ac"
    #expect(HeadingMapping.fingerprint(of: ["이름", "전자우편"]) == digest)
    #expect(HeadingMapping.fingerprint(of: [" 이 름:", "전자 우편"]) == digest)
    #expect(HeadingMapping.fingerprint(of: ["전자우편", "이름"]) != digest)
  }

  @Test func `what is no table of answers is refused with what to do`() {
    for content in ["", "그냥 글입니다.", "이름,나이\n김,3", "%PDF-1.4"] {
      #expect(throws: FormImportError.self) { try FormServiceExport(Array(content.utf8), name: "x.csv") }
    }
  }

  private static let cp949 = """
    xbjA0726xcbHwSzAzLjewM8gwda80iyx4rD8uO0ssPi1v7+ssbggsPrBprjtLLCzwM7BpLq4ILz2wf2hpMDMv+sgtb/AxwoyMDIz\
    LiAxMS4gMjEgv8DIxCAyOjMxOjA1LGtpbUBleGFtcGxlLmtyLIxjueawosfPv6yxuLzSLLHYwPq/wiDBpr7uLLW/wMfH1bTPtNkK
    """

  private static let workbook = """
    UEsDBBQAAAAIAExkdV3HHBc8CgAAAAgAAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbLMJqSxILda3AwBQSwMEFAAAAAgATGR1XX8R\
    KBaIAAAA7gAAAAsAAABfcmVscy8ucmVsc43PPQ4CIRAF4KtsOMDOamFhgMrG1ngBxOEn/AwBjOvtpVyNheXkvXwvwy8YVfeUm/Ol\
    TWuKuQnmei9HgKYdJtVmKphHYqgm1cdZLRSlg7II+2U5QN0aTPKtOZ3vgtUdm66vgv/IZIzXeCL9SJj7j4GvxpBVtdgFWyM8qYYb\
    UZgHykBy+HhPvgFQSwMEFAAAAAgATGR1XSTJWy6NAAAA3QAAAA8AAAB4bC93b3JrYm9vay54bWyNj0EOgkAMRa8y6QEsuHBBgMTE\
    jccYoTgT6HTSjtHjS0D2rtqX//Oatm/R+SEyuw8vyToIpeQG0YZA7O0kmdKaTKLsy4r6RMtKfrRAVHjBc1VdkH1MsBsa/cch0xQH\
    usnwYkpllygtvkRJFmI26Nvtgv2mS56pgyu4De9jBzU4beK6aA3Yt3j08Xip/wJQSwMEFAAAAAgATGR1XT1VYIiZAAAAZwEAABoA\
    AAB4bC9fcmVscy93b3JrYm9vay54bWwucmVsc62QTQrCMBCFr1JygE7twoU0XblxK71AiJOktPkhM6K9vQFRK3ThwuV7A9/7mO6M\
    s+IxBnJjouru50BSOOZ0ACDt0CuqY8JQLiZmr7jEbCEpPSmL0DbNHvKaIfpuzaxOFynyTlTDkvAXcjRm1HiM+uox8MYA3GKeyCFy\
    gapskaV4VwRUF6CALYv2nxbEy4z0UXjm1zh8/bV/AFBLAwQUAAAACABMZHVd8UpojHIAAACTAAAADQAAAHhsL3N0eWxlcy54bWyz\
    KS6pzEkNzkhNLVGoyM3JK7ZVyigpKbDS1y9OzkjNTSzWyy9IzQPKpOUX5SaWALlF6frFBUWpiSnFIE25OfpGBgZm+rmJmXlKdjbJ\
    qTk5EWnFdjYVaQp5pbluuSWeKbZKBkr6aCJGRiAhfbhyfYQz7ABQSwMEFAAAAAgATGR1XZIus3FdAQAA6AIAABMAAAB4bC93b3Jr\
    c2hlZXRzL3MueG1sjZJfasJAEMavsuQAbhKjaImhD71BTxDstgbzj2RRHwVtkVqQgra2NW2gQmuxIDWigk89TjK5Q1cFaaFKHvZh\
    Z+b7ZubHyFXLKbslQiiqGbrpFrgSpfYRxm6xRAzVTVk2MVnm3HIMlbKvc4Fd2yHq2UZk6Fjk+Sw2VM3kFHkTO1GpqsiOVUVOgRNY\
    tIhogdNMXTPJKXVYQHMVmSoiL6ZR3BlHLysEbR++PmVMFRmvs7jIHrPY+aT3+8SNOjw34XoYN8Zxt/nXZI8GvCAadcFjnV9XcHWT\
    SBQuJmFQjz4uk1VPZ1HnAe4n4WyMwukK/EFi6WQA3gL8XjQNELT68Hb7PWcjw+MIrT29/gFS0oaUu0VfUaSMmBFSWV7KC7l8TpBy\
    Mq4cbF7WjGNSUw1bJ6myk2jeuDeIlk/bVRPDnC/Br0P/HTEwcBckEm2Xj3ujqN2K2sP/KOBfN4h3x638AFBLAQIUAxQAAAAIAExk\
    dV3HHBc8CgAAAAgAAAATAAAAAAAAAAAAAACAAQAAAABbQ29udGVudF9UeXBlc10ueG1sUEsBAhQDFAAAAAgATGR1XX8RKBaIAAAA\
    7gAAAAsAAAAAAAAAAAAAAIABOwAAAF9yZWxzLy5yZWxzUEsBAhQDFAAAAAgATGR1XSTJWy6NAAAA3QAAAA8AAAAAAAAAAAAAAIAB\
    7AAAAHhsL3dvcmtib29rLnhtbFBLAQIUAxQAAAAIAExkdV09VWCImQAAAGcBAAAaAAAAAAAAAAAAAACAAaYBAAB4bC9fcmVscy93\
    b3JrYm9vay54bWwucmVsc1BLAQIUAxQAAAAIAExkdV3xSmiMcgAAAJMAAAANAAAAAAAAAAAAAACAAXcCAAB4bC9zdHlsZXMueG1s\
    UEsBAhQDFAAAAAgATGR1XZIus3FdAQAA6AIAABMAAAAAAAAAAAAAAIABFAMAAHhsL3dvcmtzaGVldHMvcy54bWxQSwUGAAAAAAYA\
    BgB7AQAAogQAAAAA
    """
}
