import TestCorpora
import Testing

@testable import WebService

/// Names of fields and files, as browsers and programs write them.
@Suite struct MultipartHeadTests {
  private static func head(_ parameters: String) throws(MultipartError) -> MultipartHead {
    try MultipartHead(headers: Array("\r\nContent-Disposition: form-data; \(parameters)".utf8))
  }

  @Test(
    arguments: [
      ("filename=a.csv", "a.csv"), ("filename = a b.csv ; x=y", "a b.csv"), ("FileName=\"a;b=c.csv\"", "a;b=c.csv"),
      ("filename=\"a\\\"b\\\\c.csv\"", "c.csv"), ("filename=\"a\\\"b.csv\"", "a\"b.csv"),
      ("filename=\"%22가%22%0D%0A.csv\"", "\"가\"\r\n.csv"), ("filename=\"C:\\temp\\가 나.csv\"", "가 나.csv"),
      ("filename=\"../../etc/passwd\"", "passwd"), ("filename=\"a\u{301}.csv\"", "a\u{301}.csv"),
      ("filename=\"old.csv\"; filename*=UTF-8''%EA%B0%80%20a%2Ecsv", "가 a.csv"),
      ("filename*=utf-8'ko'%ea%b0%80.csv; filename=old.csv", "가.csv"),
      ("filename=\"a.csv\"; filename=\"b.csv\"", "a.csv"),
      ("filename=\"a.csv\"; filename*=EUC-KR''%B0%A1", "a.csv"),
      ("filename=\"a.csv\"; filename*=UTF-8''%B0%A1", "a.csv"),
      ("filename=\"a.csv\"; filename*=UTF-8''%+1", "a.csv"), ("filename*=UTF-8''%2E%2E%2Fa.csv", "a.csv"),
      ("filename=\"\"", ""), ("filename=\"C:\\\"; x=\"y\"", "C:\"; x="),
    ])
  func `a file's name is read`(parameters: String, name: String) throws {
    #expect(try Self.head("name=\"f\"; " + parameters) == MultipartHead(name: "f", fileName: name))
  }

  @Test func `a field has no file name`() throws {
    #expect(try Self.head("name=\"a \\\"b\\\" %22c%22\"") == MultipartHead(name: "a \"b\" \"c\""))
    #expect(try Self.head("name=a; size=3;; =; x") == MultipartHead(name: "a"))
  }

  @Test(
    arguments: [
      ("Content-Type: text/plain", "a part without a name"),
      ("Content-Disposition: form-data", "a part without a name"),
      ("Content-Disposition: attachment; name=\"a\"", "a part without a name"),
      ("Content-Disposition: form-data; name=\"\"", "a part without a name"), ("", "a part without a name"),
      ("no colon", "a header without a colon"),
      ("Content-Disposition: form-data; name=\"a", "a quotation in a header does not end"),
      ("Content-Disposition: form-data; name=\"a\"; filename*=EUC-KR''%B0%A1", "a file name that is not UTF-8"),
      ("Content-Disposition: form-data; name=\"a\nb\"", "a control character in a header"),
      ("X: \u{0}\r\nContent-Disposition: form-data; name=\"a\"", "a control character in a header"),
    ])
  func `headers that name no part are refused`(headers: String, reason: String) {
    #expect(throws: MultipartError.malformed(reason: reason)) { try MultipartHead(headers: Array(headers.utf8)) }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a needle is found where a plain search finds it`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let needle = (0...random.next(upTo: 6)).map { _ in UInt8(random.next(upTo: 2)) }
    let bytes = (0..<200).map { _ in UInt8(random.next(upTo: 2)) }
    let search = HorspoolSearch(needle)
    for start in 0...bytes.count {
      let plain = (start...bytes.count).first { bytes[$0...].starts(with: needle) }
      #expect(search.place(in: bytes, from: start) == plain)
    }
  }
}
