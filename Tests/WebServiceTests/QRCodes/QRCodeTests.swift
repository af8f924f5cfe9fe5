import Testing
import WebService

@Suite struct QRCodeTests {
  @Test(arguments: [
    "2026-0001", "https://forum.example.kr/a/2026-0001", "한국어 접수증 2026-0001",
    "https://forum.example.kr/applications/2026-0001?token=Zm9ydW0tc2lnbmVkLWxpbmstZm9yLXRlc3Rz",
    "https://forum.example.kr/" + String(repeating: "x", count: 75),
  ])
  func `a reader by the book finds the text`(text: String) throws {
    let code = try QRCode(text: text)
    let reading = try #require(QRCodeReading(size: code.size) { code[row: $0, column: $1] })
    #expect(reading.text == text)
    #expect(code.size == 17 + 4 * reading.version)
  }

  @Test func `three corners hold the finder pattern`() throws {
    let code = try QRCode(text: "moim")
    let pattern = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    for (top, left) in [(0, 0), (0, code.size - 7), (code.size - 7, 0)] {
      for (row, line) in pattern.enumerated() {
        let modules = (0..<7).map { code[row: top + row, column: left + $0] ? "1" : "0" }.joined()
        #expect(modules == line)
      }
    }
  }

  @Test func `more correction takes more room`() throws {
    let sizes = try QRCode.Correction.allCases.map {
      try QRCode(text: "https://forum.example.kr/a/2026-0001", correction: $0).size
    }
    #expect(sizes == sizes.sorted() && sizes[0] < sizes[3])
  }

  @Test(arguments: [(QRCode.Correction.low, 2953), (.medium, 2331), (.quartile, 1663), (.high, 1273)])
  func `the longest text fits and one byte more is refused`(correction: QRCode.Correction, limit: Int) throws {
    let text = String(repeating: "a", count: limit)
    #expect(try QRCode(text: text, correction: correction).size == 177)
    let error = QRCodeError.textTooLong(byteCount: limit + 1, limit: limit)
    #expect(throws: error) { try QRCode(text: text + "a", correction: correction) }
    #expect(error.description.contains("shorten"))
    #expect(throws: QRCodeError.textEmpty) { try QRCode(text: "") }
  }

  @Test func `the image has a quiet zone, a title, one path with every dark module, and no style`() throws {
    let code = try QRCode(text: "moim")
    let svg = code.svg(title: "접수증 <1> & \"2\"")
    #expect(svg.contains(#"viewBox="0 0 \#(code.size + 8) \#(code.size + 8)""#))
    #expect(svg.contains(#"role="img""#) && svg.contains("<title>접수증 &lt;1&gt; &amp; &quot;2&quot;</title>"))
    #expect(!svg.contains("style") && svg.components(separatedBy: "<path").count == 2)
    // Runs painted back to modules.
    var painted = Set<[Int]>()
    for match in svg.matches(of: /M(\d+) (\d+)h(\d+)v1h-\d+z/) {
      let (column, row, length) = (Int(match.1)!, Int(match.2)!, Int(match.3)!)
      for offset in 0..<length { painted.insert([row - 4, column + offset - 4]) }
    }
    for row in 0..<code.size {
      for column in 0..<code.size { #expect(painted.contains([row, column]) == code[row: row, column: column]) }
    }
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [Substring] {
    split(separator: mark, omittingEmptySubsequences: false)
  }
}
