import Foundation
import Testing
import TextAnalysis

@Suite struct NormalizationTests {
  @Test(arguments: [
    ("ＡＢＣ１２３", ["abc123"]), ("café Ångström", ["cafe", "angstrom"]), ("Straße", ["strass"]), ("ﬁeld", ["field"]),
    ("0.5㎚", ["0.5nm"]), ("10㎛", ["10μm"]), ("10µm", ["10μm"]), ("CO₂", ["co2"]), ("㈜케이티", ["주", "케이티"]),
    ("①센서", ["1", "센서"]), ("제Ⅱ형", ["제", "ii", "형"]), ("樂園", ["樂園"]), ("ｶﾞﾗｽ", ["ガラス"]), ("ΑΒΓ", ["αβγ"]),
    ("Ёлка", ["елка"]), ("Ελλάδα", ["ελλαδα"]), ("Łódź", ["lodz"]), ("𝐐uantum", ["quantum"]), ("Kelvin™", ["kelvin"]),
  ])
  func `folds case, accents, widths and compatibility forms`(text: String, words: [String]) {
    #expect(AnalyzedText(text).words == words)
  }

  @Test(arguments: [
    "양자내성암호를 이용한 5G 통신", "café naïve Ångström", "Йод и Ёлка", "ガラスとパイプ", "한글 값 닭 앉다",
    "Ελλάδα ΐ", "Việt Nam",
  ])
  func `decomposed and composed text give the same terms at the same positions`(text: String) {
    let composed = AnalyzedText(text.precomposedStringWithCanonicalMapping)
    let decomposed = AnalyzedText(text.decomposedStringWithCanonicalMapping)
    for stream in TermStream.allCases {
      #expect(decomposed.places(in: stream) == composed.places(in: stream))
    }
    for token in decomposed.buffer.tokens where token.stream == .word {
      #expect(AnalyzedText(decomposed.sourceText(token)).words == [decomposed.term(token)])
    }
  }

  @Test(arguments: [("ㅎㅏㄴㄱㅡㄹ", "한글"), ("ﾾￂﾤﾡￚﾩ", "한글"), ("ㄱㅏㅂㅅㅣ", "갑시"), ("ㄷㅏㄹㄱㅣ", "달기")])
  func `letters of the keyboard and half-width letters compose`(letters: String, syllables: String) {
    let analyzed = AnalyzedText(letters)
    #expect(analyzed.words == [syllables])
    #expect(analyzed.sourceText(analyzed.buffer.tokens[0]) == letters)
  }

  @Test func `a typed syllable gives its final back to the next one, source bytes too`() {
    let analyzed = AnalyzedText("ㄷㅏㄹㅣㄹㅡㄹ")
    #expect(analyzed.words == ["다리"])
    #expect(analyzed.sourceText(analyzed.buffer.tokens[0]) == "ㄷㅏㄹㅣ")
  }

  @Test func `letters standing alone are part of Korean words`() {
    #expect(AnalyzedText("ㄷ자형").pairs == ["ㄷ자", "자형"])
    #expect(AnalyzedText("이ㄱ").words == ["이ㄱ"])
  }

  @Test(arguments: [
    "\u{FEFF}양자 센서", "양자\u{00A0}센서", "양자\u{3000}센서", "양자\u{200B}센서", "양자\u{0}센서", "양자\t\r\n센서",
    "양\u{00AD}자 센\u{2060}서\u{FE0F}",
  ])
  func `byte order marks, controls and blanks of all kinds separate, joiners vanish`(text: String) {
    #expect(AnalyzedText(text).words == ["양자", "센서"])
  }

  @Test func `bytes that are not UTF-8 are blanks`() {
    let bytes =
      Array("양자".utf8) + [0xFF] + Array("센서".utf8) + [0xED, 0xA0, 0x80] + Array("sensor".utf8) + [0xEA, 0xB0]
    #expect(AnalyzedText(bytes: bytes).words == ["양자", "센서", "sensor"])
    #expect(AnalyzedText(bytes: bytes).pairs == ["양자", "센서"])
  }

  @Test func `other scripts are words as they are, in lower case`() {
    #expect(AnalyzedText("ქართული ԲԱՐԵՎ שלום नमस्ते").words == ["ქართული", "բարեվ", "שלום", "नमस्ते"])
  }
}
