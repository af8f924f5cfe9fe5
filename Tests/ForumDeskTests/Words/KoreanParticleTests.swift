import ForumDesk
import ProfileIngest
import Testing

@Suite struct KoreanParticleTests {
  @Test(arguments: [
    ("나라", "나라 ‘나라’를 알 수 없어 뺐습니다"), ("독일", "나라 ‘독일’을 알 수 없어 뺐습니다"),
    ("제3", "나라 ‘제3’을 알 수 없어 뺐습니다"), ("제2", "나라 ‘제2’를 알 수 없어 뺐습니다"),
    ("Kor", "나라 ‘Kor’을(를) 알 수 없어 뺐습니다"), ("?!", "나라 ‘?!’을(를) 알 수 없어 뺐습니다"),
  ])
  func `a particle follows the sound before it, across a quotation mark`(word: String, sentence: String) {
    let text: IngestText = "the country '\(word)' is unknown and left out"
    #expect(Bilingual(text).korean == sentence)
  }

  @Test(arguments: [("그림", "그림으로"), ("PDF 문서", "PDF 문서로"), ("웹 페이지", "웹 페이지로"), ("파일", "파일로")])
  func `a direction after ㄹ is written as after a vowel`(word: String, phrase: String) {
    #expect(
      Bilingual(IngestText("it looks like \(word), which Moim does not import")).korean.hasPrefix(phrase + " 보이며"))
  }
}
