import Foundation
import ProfileIngest
import ResearchProfiles
import Testing

struct EncodingTests {
  private static let lines = "{\"id\":\"1\",\"title\":\"양자 똠방각하 뷁\"}\n{\"id\":\"2\",\"title\":\"다음 줄\"}\n"

  /// Text in CP949, by Foundation's converter.
  private static func cp949(_ text: String) -> [UInt8] {
    // kCFStringEncodingDOSKorean
    Array(text.data(using: String.Encoding(rawValue: 0x8000_0422)) ?? Data())
  }

  private static func utf16(_ text: String, isBig: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private func titles(_ ingestion: Ingestion) -> [String] { ingestion.evidence.map(\.title.primary) }

  @Test func `JSON Lines are read in every encoding alike`() throws {
    let wanted = ["양자 똠방각하 뷁", "다음 줄"]
    let encoded: [(bytes: [UInt8], note: String?)] = [
      (Array(Self.lines.utf8), nil), ([0xEF, 0xBB, 0xBF] + Array(Self.lines.utf8), nil),
      (Self.utf16(Self.lines, isBig: false, mark: true), "UTF-16 (little-endian)"),
      (Self.utf16(Self.lines, isBig: true, mark: true), "UTF-16 (big-endian)"),
      (Self.utf16(Self.lines, isBig: false, mark: false), "UTF-16 (little-endian)"),
      (Self.utf16(Self.lines, isBig: true, mark: false), "UTF-16 (big-endian)"),
      (Self.cp949(Self.lines), "CP949"),
    ]
    for (bytes, note) in encoded {
      let ingestion = try Ingestion(content: bytes)
      #expect(titles(ingestion) == wanted, "\(note ?? "UTF-8")")
      #expect(ingestion.issues.count == (note == nil ? 0 : 1))
      #expect(note == nil || ingestion.issues.first?.reason.contains(note!) == true)
    }
  }

  @Test(arguments: [
    ("EUC-KR", true, "holds letters that only CP949 has"), ("euc-kr", false, nil),
    ("UTF-8", true, "declares UTF-8 but is CP949"),
    ("", true, "declares no encoding but is CP949"), ("CP949", true, "only CP949"),
  ])
  func `XML in CP949 is read whatever it declares`(declared: String, isExtended: Bool, note: String?) throws {
    let declaration = declared.isEmpty ? "<?xml version='1.0'?>" : "<?xml version='1.0' encoding='\(declared)'?>"
    let title = isExtended ? "똠방각하 양자 센서 연구" : "양자 센서 연구"
    let xml = declaration + "<project><id>1</id><title>\(title)</title></project>"
    let ingestion = try Ingestion(content: Self.cp949(xml))
    #expect(titles(ingestion).first == title)
    #expect(ingestion.warnings.count == (note == nil ? 0 : 1))
    #expect(note == nil || ingestion.warnings.first?.reason.contains(note!) == true, "\(ingestion.issues)")
  }

  @Test func `XML that declares EUC-KR but is UTF-8 is read as that`() throws {
    let ingestion = try Ingestion(
      "<?xml version=\"1.0\" encoding=\"EUC-KR\"?><project><id>1</id><title>양자 센서</title></project>")
    #expect(titles(ingestion).first == "양자 센서")
    #expect(ingestion.warnings.first?.reason.contains("is UTF-8") == true)
  }

  @Test func `all syllables that only CP949 has are read`() throws {
    var bytes: [UInt8] = Array("{\"id\":\"1\",\"title\":\"".utf8)
    var count = 0
    for lead in UInt8(0x81)...0xC6 {
      for trail in UInt8(0x41)...0xFE where lead < 0xA1 || trail < 0xA1 {
        let isLetter = (0x41...0x5A).contains(trail) || (0x61...0x7A).contains(trail) || trail >= 0x81
        // The extension ends in the middle of row 0xC6.
        guard trail != 0xFF, isLetter, lead < 0xC6 || trail <= 0x52 else { continue }
        bytes += [lead, trail]
        count += 1
      }
    }
    bytes += Array("\"}\n".utf8)
    #expect(count == 8822)
    let ingestion = try Ingestion(content: bytes)
    let title = try #require(titles(ingestion).first)
    #expect(title.unicodeScalars.count == 8822 && Set(title.unicodeScalars).count == 8822)
    #expect(title.unicodeScalars.allSatisfy { (0xAC00...0xD7A3).contains($0.value) })
  }

  @Test func `decomposed letters are composed`() throws {
    let decomposed = "{\"id\":\"1\",\"title\":\"\(Self.decomposed("한국과학기술원 Café Ångström ế"))\"}"
    #expect(decomposed.utf8.count > 80)
    let ingestion = try Ingestion(decomposed)
    #expect(Array(try #require(titles(ingestion).first).utf8) == Array("한국과학기술원 Café Ångström ế".utf8))
  }

  private static func decomposed(_ text: String) -> String { (text as NSString).decomposedStringWithCanonicalMapping }

  @Test func `composition agrees with Unicode's normal form`() throws {
    var text = ""
    var state: UInt64 = 7
    for _ in 0..<4000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let ranges: [ClosedRange<UInt32>] = [0xAC00...0xD7A3, 0xC0...0x17F, 0x1EA0...0x1EF9, 0x61...0x7A, 0x391...0x3C9]
      let range = ranges[Int(state >> 33) % ranges.count]
      let value = range.lowerBound + UInt32(state >> 40) % UInt32(range.count)
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    let expected = (text as NSString).precomposedStringWithCanonicalMapping
    let ingestion = try Ingestion("{\"id\":\"1\",\"title\":\"\(Self.decomposed(text))\"}")
    #expect(Array(try #require(titles(ingestion).first).utf8) == Array(expected.utf8))
  }

  @Test func `an encoding that is named overrules what the bytes say`() throws {
    var options = IngestOptions()
    options.encoding = .windows1252
    let ingestion = try Ingestion(content: [UInt8]("{\"id\":\"1\",\"title\":\"caf".utf8) + [0xE9, 0x22, 0x7D], options)
    #expect(titles(ingestion) == ["café"])
    options.encoding = .cp949
    let xml = "<?xml version='1.0' encoding='ISO-8859-1'?><project><id>1</id><title>양자</title></project>"
    #expect(titles(try Ingestion(content: Self.cp949(xml), options)).first == "양자")
    #expect(TextEncoding(named: "EUC_KR") == .cp949 && TextEncoding(named: "utf8") == .utf8)
    #expect(TextEncoding(named: "klingon") == nil)
  }

  @Test func `bytes that are no characters are counted and do not end the file`() throws {
    var options = IngestOptions()
    options.encoding = .cp949
    let bytes = Array("{\"id\":\"1\",\"title\":\"a".utf8) + [0xFF, 0x80] + Array("b\"}\n".utf8)
    let ingestion = try Ingestion(content: bytes, options)
    #expect(ingestion.ids == ["1"])
    #expect(ingestion.warnings.first?.reason.hasPrefix("2 characters are none of CP949") == true)
    let surrogate =
      Self.utf16("{\"id\":\"1\",\"title\":\"x", isBig: false, mark: true) + [0x00, 0xD8]
      + Self.utf16("\"}", isBig: false, mark: false)
    let lone = try Ingestion(content: surrogate)
    #expect(lone.ids == ["1"])
    #expect(lone.warnings.contains { $0.reason.hasPrefix("1 characters are none of UTF-16") })
  }

  @Test(arguments: ["양자 기술 연구 개발 과제 목록", "한국과학기술연구원 서울특별시 성북구"])
  func `letters of a wrong encoding are told and what to do`(text: String) throws {
    func line(_ title: String) -> String { "{\"id\":\"1\",\"title\":\"\(title)\"}" }
    let western = String(String.UnicodeScalarView(text.utf8.map(Self.western)))
    let koreanAsWestern = String(String.UnicodeScalarView(Self.cp949(text).map(Self.western)))
    let asKorean = String(
      decoding: text.utf8.split(separator: 0x20).flatMap { word -> [UInt8] in
        Array(Self.readAsKorean(Array(word)).utf8) + [0x20]
      }, as: UTF8.self)
    let cases = [
      (western, "UTF-8 that was read as Windows-1252"), (koreanAsWestern, "CP949 that was read as Windows-1252"),
      (asKorean, "UTF-8 that was read as CP949"), (String(repeating: "\u{FFFD}", count: 9), "were replaced"),
    ]
    for (title, reason) in cases {
      let ingestion = try Ingestion(line(title))
      #expect(ingestion.warnings.first?.reason.contains(reason) == true, "\(title): \(ingestion.issues)")
      #expect(ingestion.ids == ["1"])
    }
  }

  @Test(arguments: [
    "양자컴퓨팅 기반 암호체계 연구 (주)가나, 서울", "Université de Genève: étude à façon", "中國科學院 物理硏究所", "日本の量子技術 カタカナ",
    "Größe Übung ß ÄÖÜ", "Ελληνικά Кириллица Türkçe ığüşöç", "한자 漢字 混用 文章", "α β γ ± µm °C × ÷", "뷁 똠 펲 쌰 괞 믜 쬬",
  ])
  func `text as it should be raises no alarm`(text: String) throws {
    #expect(try Ingestion("{\"id\":\"1\",\"title\":\"\(text)\"}").issues == [])
  }

  private static func western(_ byte: UInt8) -> Unicode.Scalar {
    let text = String(data: Data([byte]), encoding: .windowsCP1252)
    return text?.unicodeScalars.first ?? Unicode.Scalar(byte)
  }

  /// As a program does that takes UTF-8 for CP949: pairs of bytes, and a question mark for what is none.
  private static func readAsKorean(_ bytes: [UInt8]) -> String {
    var result = ""
    var index = 0
    while index < bytes.count {
      if bytes[index] >= 0x81, index + 1 < bytes.count,
        let pair = String(data: Data(bytes[index...index + 1]), encoding: String.Encoding(rawValue: 0x8000_0422))
      {
        result += pair
        index += 2
      } else {
        result += bytes[index] < 0x80 ? String(Unicode.Scalar(bytes[index])) : "?"
        index += 1
      }
    }
    return result
  }
}
