import HTTPTypes
import TestCorpora
import Testing

@testable import WebService

/// Forms with files, as browsers send them and as nobody should: the same whole and cut anywhere.
@Suite struct MultipartParserTests {
  private typealias Part = MultipartCollector.Part

  private static func read(
    _ bytes: [UInt8], pieces size: () -> Int = { .max }, type: String = MultipartText.contentType,
    limits: MultipartLimits = .init()
  ) throws(MultipartError) -> [MultipartCollector.Part] {
    var collector = try MultipartCollector(contentType: type, limits: limits)
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(size())
      try collector.feed(piece)
      rest = rest.dropFirst(piece.count)
    }
    return try collector.finish()
  }

  /// What becomes of a body: its parts, or why it is not taken.
  private static func outcome(_ bytes: [UInt8], pieces size: () -> Int) -> Result<[Part], MultipartError> {
    do { return .success(try read(bytes, pieces: size)) } catch { return .failure(error) }
  }

  @Test func `fields and files come out as they went in`() throws {
    let file = Array("\r\n--이름,\"값\"\r\n------moim4\r\n\u{0}\r\r\n".utf8)
    let bytes = MultipartText([
      ("Content-Disposition: form-data; name=\"form_token\"", Array("abc".utf8)),
      (
        "content-disposition: form-data; name=\"file\"; filename=\"C:\\설문 %22응답%22.csv\"\r\nContent-Type: text/csv",
        file
      ),
      ("Content-Disposition: form-data; name=empty", []),
    ]).bytes
    let expected = [
      Part(head: MultipartHead(name: "form_token"), bytes: Array("abc".utf8)),
      Part(head: MultipartHead(name: "file", fileName: "설문 \"응답\".csv"), bytes: file),
      Part(head: MultipartHead(name: "empty")),
    ]
    for size in [1, 2, 3, 7, 16, 64, Int.max] { #expect(try Self.read(bytes, pieces: { size }) == expected) }
    #expect(try Self.read(Array("preamble\r\n".utf8) + bytes + Array("epilogue".utf8)) == expected)
  }

  @Test func `a body that is cut in two at any place is the same body`() throws {
    let bytes = MultipartText([
      ("Content-Disposition: form-data; name=\"a\"; filename=\"b\"", "\r\n------moim4\r\n--\r\n"),
      ("Content-Disposition: form-data; name=\"가\"", ""), ("Content-Disposition: form-data; name=\"c\"", "\r\n"),
    ]).bytes
    let whole = try Self.read(bytes)
    #expect(whole.map { String(decoding: $0.bytes, as: UTF8.self) } == ["\r\n------moim4\r\n--\r\n", "", "\r\n"])
    for cut in 0...bytes.count {
      var sizes = [bytes.count, cut]
      #expect(try Self.read(bytes, pieces: { sizes.popLast().map { max(1, $0) } ?? .max }) == whole)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `random contents survive random cuts`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces: [[UInt8]] = [
      [0x0D], [0x0A], [0x2D], Array("\r\n------moim4".utf8), Array("------moim42".utf8), [0], Array("가".utf8), [0xFF],
    ]
    let contents = (0..<4).map { _ in
      (0..<random.next(upTo: 40)).flatMap { _ in pieces[random.next(upTo: pieces.count)] }
    }.filter { !String(decoding: [0x0D, 0x0A] + $0, as: UTF8.self).contains("\r\n------moim42") }
    let bytes = MultipartText(
      contents.enumerated().map { ("Content-Disposition: form-data; name=\"n\($0)\"; filename=\"f\"", $1) }
    ).bytes
    let longest = [1, 2, 5, 40, 300][Int(seed % 5)]
    let parts = try Self.read(bytes, pieces: { 1 + random.next(upTo: longest) })
    #expect(parts.map(\.bytes) == contents)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a damaged body is taken or refused alike, however it is cut`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes = MultipartText([
      ("Content-Disposition: form-data; name=\"a\"; filename=\"\"", ""),
      ("Content-Disposition: form-data; name=\"b\"; filename=\"c.csv\"", "\r\n--x\r\n"),
      ("Content-Disposition: form-data; name=\"d\"", "e"),
    ]).bytes
    for _ in 0...random.next(upTo: 4) {
      let place = random.next(upTo: bytes.count)
      switch random.next(upTo: 3) {
      case 0: bytes[place] = Array("\r\n-\"; :x\u{0}".utf8)[random.next(upTo: 9)]
      case 1: bytes.remove(at: place)
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
      }
    }
    let whole = Self.outcome(bytes, pieces: { .max })
    for longest in [1, 3, 20] {
      #expect(Self.outcome(bytes, pieces: { 1 + random.next(upTo: longest) }) == whole)
    }
  }

  @Test func `what only looks like a boundary is content`() throws {
    let file = "------moim42\r\n -----moim42--\r\n-----moim42\n------moim42--\r------moim42\r\n------MOIM42"
    // At its very beginning the look-alike has the line end of the empty line before it: it is a boundary there.
    let parts = try Self.read(
      MultipartText([("Content-Disposition: form-data; name=\"a\"; filename=\"b\"", "x" + file)]).bytes)
    #expect(parts.map { String(decoding: $0.bytes, as: UTF8.self) } == ["x" + file])
    for tail in ["x", "-", " x", "- -", "\n", "\r\r", String(repeating: " ", count: 65)] {
      #expect(throws: MultipartError.malformed(reason: "something stands behind a boundary")) {
        try Self.read(
          MultipartText([("Content-Disposition: form-data; name=\"a\"", "b\r\n------moim42\(tail)y")]).bytes)
      }
    }
    let padded = Array("------moim42 \t\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n------moim42--".utf8)
    #expect(try Self.read(padded, pieces: { 1 }) == [Part(head: MultipartHead(name: "a"), bytes: [0x62])])
  }

  @Test func `what is too much is refused before it is kept`() throws {
    var limits = MultipartLimits()
    limits.totalByteCount = 1000
    let part = ("Content-Disposition: form-data; name=\"a\"", Array(repeating: UInt8(0x61), count: 200))
    #expect(throws: MultipartError.tooLarge(limitByteCount: 1000)) {
      try Self.read(MultipartText(Array(repeating: part, count: 6)).bytes, pieces: { 10 }, limits: limits)
    }
    limits = .init()
    limits.partCount = 3
    #expect(throws: MultipartError.tooManyParts(limit: 3)) {
      try Self.read(MultipartText(Array(repeating: part, count: 4)).bytes, limits: limits)
    }
    limits.fieldByteCount = 100
    #expect(throws: MultipartError.fieldTooLong(limitByteCount: 100)) {
      try Self.read(MultipartText([part]).bytes, limits: limits)
    }
    limits.headerByteCount = 200
    let long = "Content-Disposition: form-data; name=\"\(String(repeating: "n", count: 500))\""
    for size in [1, 1000] {
      #expect(throws: MultipartError.headersTooLong(limitByteCount: 200)) {
        try Self.read(MultipartText([(long, "")]).bytes, pieces: { size }, limits: limits)
      }
      // Headers that never end are not waited for.
      #expect(throws: MultipartError.headersTooLong(limitByteCount: 200)) {
        try Self.read(Array("------moim42\r\n\(long)".utf8), pieces: { size }, limits: limits)
      }
      #expect(throws: MultipartError.malformed(reason: "it begins with no boundary")) {
        try Self.read(Array(repeating: 0x61, count: 20_000), pieces: { size })
      }
    }
  }

  @Test func `what is no such form is refused`() {
    for type in ["", "text/plain", "multipart/mixed; boundary=x", "multipart/form-data; boundary=\"x"] {
      #expect(throws: MultipartError.notMultipart) { try MultipartParser(contentType: type) }
    }
    let long = String(repeating: "b", count: 71)
    for parameters in ["", "; boundary=", "; boundary=\"\"", "; boundary=\"x \"", "; boundary=가", "; boundary=" + long]
    {
      #expect(throws: MultipartError.noBoundary) {
        try MultipartParser(contentType: "Multipart/Form-Data" + parameters)
      }
    }
    let whole = MultipartText([("Content-Disposition: form-data; name=\"a\"", "x")]).bytes
    for count in 0..<(whole.count - 2) {
      #expect(throws: MultipartError.unfinished) { try Self.read(Array(whole.prefix(count))) }
    }
    #expect(throws: Never.self) { try Self.read(Array(whole.dropLast(2))) }
  }

  @Test func `a file field without a name holds nothing`() throws {
    let head = "Content-Disposition: form-data; name=\"a\"; filename=\"\""
    #expect(
      try Self.read(MultipartText([(head, "")]).bytes) == [Part(head: MultipartHead(name: "a", fileName: ""))])
    #expect(throws: MultipartError.malformed(reason: "a file without a name")) {
      try Self.read(MultipartText([(head, "x")]).bytes)
    }
  }

  @Test func `an error says what is wrong and what to do`() {
    #expect(
      "\(MultipartError.tooLarge(limitByteCount: 64 << 20))" == "the body is longer than 64 MB: send the files in parts"
    )
    #expect(
      "\(MultipartError.malformed(reason: "a part without a name"))"
        == "the body is no multipart/form-data (a part without a name): send the form again")
    #expect(MultipartError.tooLarge(limitByteCount: 64 << 20).webProblem.status == .contentTooLarge)
    #expect(MultipartError.unfinished.webProblem.status == .badRequest)
  }
}
