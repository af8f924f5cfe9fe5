import Testing
import TextAnalysis

@Suite struct KoreanAnalysisTests {
  @Test(arguments: [
    ("센서를", "센서"), ("센서에서의", "센서"), ("통신으로부터", "통신"), ("서울로", "서울"), ("시스템은", "시스템"), ("제공합니다", "제공"),
    ("형성되는", "형성"), ("효율적인", "효율"), ("연구자들에게", "연구자"), ("안정화시키는", "안정화"), ("이용하여", "이용"), ("빛을", "빛"), ("물에서", "물"),
    ("회로는", "회로"), ("특성과", "특성"), ("프레임의", "프레임"), ("정도로", "정도"), ("이용해", "이용"), ("제어부가", "제어부"), ("결과의", "결과"),
    ("구성되었으며", "구성"), ("양자이다", "양자"), ("대학교에서는", "대학교"), ("기업까지", "기업"),
  ])
  func `takes off the longest particle or ending`(word: String, stem: String) {
    #expect(AnalyzedText(word).words == [stem])
  }

  @Test(arguments: [
    "성능평가", "전자회로", "실험결과", "정확도", "프레임", "온라인", "모바일", "안테나", "구리", "정책협의", "높이", "역할", "손잡이", "도어핸들", "전원",
  ])
  func `leaves nouns whole that only look as if they had an ending`(noun: String) {
    #expect(AnalyzedText(noun).words == [noun])
    for ending in ["에서", "의", "까지"] { #expect(AnalyzedText(noun + ending).words == [noun], "\(ending)") }
  }

  @Test(arguments: [("센서은", "센서은"), ("통신를", "통신를"), ("통신로", "통신로"), ("센서과", "센서과")])
  func `takes off only endings that may follow the sound before`(word: String, stem: String) {
    #expect(AnalyzedText(word).words == [stem])
  }

  @Test func `gives words as overlapping pairs too, single syllables only as words`() {
    let analyzed = AnalyzedText("양자내성암호, 빛")
    #expect(analyzed.words == ["양자내성암호", "빛"])
    #expect(analyzed.pairs == ["양자", "자내", "내성", "성암", "암호"])
  }

  @Test(arguments: ["양자 센서", "양자센서", "양자의 센서", "양자의  센서를", "양자\n센서"])
  func `spacing and particles change neither pairs nor positions`(text: String) {
    let analyzed = AnalyzedText(text)
    #expect(analyzed.places(in: .syllable) == ["양자@0", "자센@1", "센서@2"])
    #expect(analyzed.buffer.unitCount == 4)
  }

  @Test(arguments: ["양자, 센서", "양자. 센서", "양자(센서)", "양자 및 센서", "양자 AI 센서", "양자/센서"])
  func `words apart make no pair`(text: String) {
    #expect(AnalyzedText(text).pairs == ["양자", "센서"])
  }

  @Test(arguments: ["QKD를", "QKD에서의", "(QKD)는", "'QKD'로", "‘QKD’의", "“QKD”이며", "QKD\u{1105}\u{1173}\u{11AF}"])
  func `particles behind foreign words, brackets and quotation marks are nothing`(text: String) {
    let analyzed = AnalyzedText(text + " 통신")
    #expect(analyzed.places(in: .word) == ["qkd@0", "통신@1"])
    #expect(analyzed.pairs == ["통신"])
  }

  @Test func `what stands behind a number is no particle`() {
    #expect(AnalyzedText("25도 3만").words == ["25", "도", "3", "만"])
    #expect(AnalyzedText("QKD통신, (가), PQC 이").words == ["qkd", "통신", "가", "pqc"])
  }

  @Test func `gives function words no term but positions`() {
    let analyzed = AnalyzedText("센서 및 통신을 위한 장치")
    #expect(analyzed.places(in: .word) == ["센서@0", "통신@3", "장치@7"])
  }

  @Test func `positions count Hangul syllables and other words`() {
    let analyzed = AnalyzedText("5G 양자통신 network와 量子 센서")
    #expect(analyzed.places(in: .word) == ["5g@0", "양자통신@1", "network@5", "量子@6", "센서@8"])
    #expect(analyzed.buffer.unitCount == 10)
  }

  @Test func `every token knows the source bytes that gave it`() {
    let analyzed = AnalyzedText("㈜양자의 Ｓｅｎｓｏｒｓ는 1,550㎚에서")
    let sources = analyzed.buffer.tokens.map { "\(analyzed.term($0))=\(analyzed.sourceText($0))" }
    #expect(
      sources == ["주=㈜", "주양=㈜양", "양자=양자", "양자=양자", "sensor=Ｓｅｎｓｏｒｓ", "1550nm=1,550㎚"])
  }

  @Test func `ideographs and kana are words and pairs, long runs only pairs`() {
    let short = AnalyzedText("量子暗号")
    #expect(short.words == ["量子暗号"])
    #expect(short.pairs == ["量子", "子暗", "暗号"])
    let long = AnalyzedText("量子暗号通信技術開発計画")
    #expect(long.words == [])
    #expect(long.pairs.count == 11)
  }
}
