import TestCorpora
import Testing

@testable import WebService

/// Forms with files, as browsers send them and as nobody should.
@Suite struct MultipartReaderTests {
  private static let type = "multipart/form-data; boundary=----moim42"

  private static func body(_ parts: [(headers: String, content: [UInt8])], end: String = "--") -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts { bytes += Array("------moim42\r\n\(part.headers)\r\n\r\n".utf8) + part.content + [0x0D, 0x0A] }
    return bytes + Array("------moim42\(end)\r\n".utf8)
  }

  private static func read(
    _ bytes: [UInt8], chunk: Int = .max, limits: MultipartReader.Limits = .init()
  ) throws(MultipartError) -> [MultipartReader.Part] {
    var reader = try MultipartReader(contentType: type, limits: limits)
    var place = 0
    while place < bytes.count {
      let end = min(bytes.count, place + min(chunk, bytes.count))
      try reader.feed(bytes[place..<end])
      place = end
    }
    return try reader.finish()
  }

  @Test func `fields and files come out as they went in, however they are cut`() throws {
    let file = Array("\r\n--이름,\"값\"\r\n------moim4\r\n\u{0}\r\r\n".utf8)
    let bytes = Self.body([
      ("Content-Disposition: form-data; name=\"form_token\"", Array("abc".utf8)),
      (
        "content-disposition: form-data; name=\"file\"; filename=\"C:\\\\설문 %22응답%22.csv\"\r\nContent-Type: text/csv",
        file
      ),
      ("Content-Disposition: form-data; name=empty", []),
    ])
    let expected = [
      MultipartReader.Part(name: "form_token", bytes: Array("abc".utf8)),
      MultipartReader.Part(name: "file", fileName: "설문 \"응답\".csv", bytes: file),
      MultipartReader.Part(name: "empty"),
    ]
    for chunk in [1, 2, 3, 7, 16, 64, Int.max] { #expect(try Self.read(bytes, chunk: chunk) == expected) }
    #expect(try Self.read(Array("preamble\r\n".utf8) + bytes + Array("epilogue".utf8)) == expected)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `random contents survive random cuts`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces: [[UInt8]] = [[0x0D], [0x0A], [0x2D], Array("\r\n------moim4".utf8), [0], Array("가".utf8), [0xFF]]
    let contents = (0..<4).map { _ in
      (0..<random.next(upTo: 40)).flatMap { _ in pieces[random.next(upTo: pieces.count)] }
    }.filter { !String(decoding: $0, as: UTF8.self).contains("\r\n------moim42") }
    let bytes = Self.body(
      contents.enumerated().map { ("Content-Disposition: form-data; name=\"n\($0)\"; filename=\"f\"", $1) })
    let parts = try Self.read(bytes, chunk: 1 + random.next(upTo: 30))
    #expect(parts.map(\.bytes) == contents)
  }

  @Test func `what is too much is refused before it is kept`() throws {
    var limits = MultipartReader.Limits()
    limits.totalByteCount = 1000
    let part = ("Content-Disposition: form-data; name=\"a\"", Array(repeating: UInt8(0x61), count: 200))
    #expect(throws: MultipartError.tooLarge(limitByteCount: 1000)) {
      try Self.read(Self.body(Array(repeating: part, count: 6)), chunk: 10, limits: limits)
    }
    limits = .init()
    limits.partCount = 3
    #expect(throws: MultipartError.tooManyParts(limit: 3)) {
      try Self.read(Self.body(Array(repeating: part, count: 4)), limits: limits)
    }
    limits.fieldByteCount = 100
    #expect(throws: MultipartError.fieldTooLong(limitByteCount: 100)) {
      try Self.read(Self.body([part]), limits: limits)
    }
    limits.headerByteCount = 200
    let long = ("Content-Disposition: form-data; name=\"\(String(repeating: "n", count: 500))\"", [UInt8]())
    for chunk in [1, 1000] {
      #expect(throws: MultipartError.headersTooLong(limitByteCount: 200)) {
        try Self.read(Self.body([long]), chunk: chunk, limits: limits)
      }
    }
  }

  @Test func `what is no such form is refused`() {
    for type in [
      "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
      "multipart/form-data; boundary=" + String(repeating: "b", count: 71),
    ] {
      #expect(throws: MultipartError.notMultipart) { try MultipartReader(contentType: type) }
    }
    let part = ("Content-Disposition: form-data; name=\"a\"", Array("x".utf8))
    let whole = Self.body([part])
    for cut in 1..<(whole.count - 4) {
      #expect(throws: MultipartError.unfinished) { try Self.read(Array(whole.dropLast(cut + 3))) }
    }
    for headers in [
      "Content-Type: text/plain", "no colon", "Content-Disposition: form-data",
      "Content-Disposition: attachment; name=\"a\"",
    ] {
      #expect(throws: MultipartError.self) { try Self.read(Self.body([(headers, [])])) }
    }
    #expect(throws: MultipartError.malformed(reason: "it begins with no boundary")) {
      try Self.read(Array(repeating: 0x61, count: 20_000))
    }
  }
}
