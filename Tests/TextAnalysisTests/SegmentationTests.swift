import Testing
import TextAnalysis

@Suite struct SegmentationTests {
  @Test(arguments: [
    ("5G통신", ["5g", "통신"]), ("QKD기반", ["qkd", "기반"]), ("양자내성암호(PQC)", ["양자내성암호", "pqc"]),
    ("quantum-safe", ["quantum", "safe"]), ("3차원", ["3", "차원"]), ("量子센서", ["量子", "센서"]),
    ("ガス센서", ["ガス", "센서"]), ("snake_case/path", ["snake", "case", "path"]),
  ])
  func `splits words at punctuation and changes of script`(text: String, words: [String]) {
    #expect(AnalyzedText(text).words == words)
  }

  @Test(arguments: ["산·학·연", "산ㆍ학ㆍ연", "산・학・연", "산‧학‧연", "산-학-연", "산 학 연", "산\u{00A0}학\u{3000}연"])
  func `splits equals joined by middle dots and pairs them`(text: String) {
    let analyzed = AnalyzedText(text)
    #expect(analyzed.words == ["산", "학", "연"])
    #expect(analyzed.pairs == AnalyzedText("산학연").pairs)
  }

  @Test(arguments: [
    ("1,550.5", ["1550.5"]), ("0.5", ["0.5"]), ("1,000,000원", ["1000000", "원"]), ("1,2,3", ["1", "2", "3"]),
    ("12,34", ["12", "34"]), ("2024.03.01", ["2024", "03", "01"]), ("v2.0", ["v2.0"]), ("3.", ["3"]), (".5", ["5"]),
    ("1234,567", ["1234", "567"]), ("10nm", ["10nm"]), ("1,550nm", ["1550nm"]),
    ("h2o co2 6g b2b", ["h2o", "co2", "6g", "b2b"]),
  ])
  func `keeps numbers and models in one word`(text: String, words: [String]) {
    #expect(AnalyzedText(text).words == words)
  }

  @Test(arguments: [
    ("R&D센터", ["r&d", "센터"]), ("AT&T", ["at&t"]), ("research&development", ["research", "develop"]),
    ("C++", ["c++"]), ("C# and F#", ["c#", "f#"]), ("a+b", ["b"]), ("C++17", ["c", "17"]), ("A & B", ["b"]),
  ])
  func `knows the few words with signs in them`(text: String, words: [String]) {
    #expect(AnalyzedText(text).words == words)
  }

  @Test func `cuts terms at 64 bytes, between scalars`() {
    let latin = AnalyzedText(String(repeating: "ab1", count: 50))
    #expect(latin.words.map(\.utf8.count) == [64])
    let korean = AnalyzedText(String(repeating: "양자", count: 15))
    #expect(korean.words == [String(repeating: "양자", count: 10) + "양"])
    #expect(korean.pairs.count == 29)
    let greek = AnalyzedText("a" + String(repeating: "ω", count: 40))
    #expect(greek.words == ["a" + String(repeating: "ω", count: 31)])
    let georgian = AnalyzedText("aa" + String(repeating: "ω", count: 30) + "ქω")
    #expect(georgian.words == ["aa" + String(repeating: "ω", count: 30)])
  }

  @Test(arguments: [63, 64, 65, 127, 128, 129, 200])
  func `loses no pair of a word that is longer than what is held at once`(syllableCount: Int) {
    let text = String(String.UnicodeScalarView((0..<syllableCount).map { Unicode.Scalar(0xB098 + UInt32($0) % 7)! }))
    let analyzed = AnalyzedText(text)
    let scalars = text.unicodeScalars.map(String.init)
    #expect(analyzed.pairs == zip(scalars, scalars.dropFirst()).map { $0 + $1 })
    let places = analyzed.buffer.tokens.filter { $0.stream == .syllable }.map(\.position)
    #expect(places == (0..<UInt32(syllableCount - 1)).map { $0 })
    #expect(Int(analyzed.buffer.unitCount) == syllableCount)
  }

  @Test func `a line without blanks stays linear and its terms bounded`() {
    let latin = AnalyzedText(bytes: [UInt8](repeating: UInt8(ascii: "x"), count: 300_000))
    #expect(latin.buffer.tokens.count == 1)
    #expect(latin.buffer.bytes.count == 64)
    #expect(latin.buffer.tokens[0].sourceEnd == 300_000)
    let dotted = AnalyzedText(bytes: Array(String(repeating: "1.", count: 30_000).utf8))
    #expect(dotted.buffer.tokens.count == 30_000)
  }
}
