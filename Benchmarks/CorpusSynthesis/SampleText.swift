/// Running text in real words for measuring analysers: invented sentences, many inflected forms.
public enum SampleText {
  private static let englishStems = """
    quantum entangle measure compute network secure cryptograph photon detect laser sensor diamond vacancy
    superconduct circuit cryogen control optimis algorithm simulat material graphen synthes molecul protein therap
    clinic diagnos patient hospital energ batter hydrogen catalys climat emission transport vehicl robot autonom
    communicat antenn satellit spectr microscop imag learn train model infer govern polic market financ logist
    manufactur process produc qualit standard certif platform software hardware integrat valid demonstrat
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  private static let englishEndings = [
    "", "s", "ing", "ed", "ation", "ations", "al", "ally", "ies", "er", "ers", "ness",
  ]
  private static let englishFunctionWords = [
    "the", "of", "and", "to", "in", "for", "with", "a", "that", "is", "by", "on",
  ]

  private static let koreanNouns = """
    양자 센서 통신 암호 컴퓨터 알고리즘 소재 부품 장비 레이저 광자 검출기 다이아몬드 초전도 회로 극저온 제어 네트워크
    보안 인증 데이터 인공지능 학습 모델 의료 진단 치료제 단백질 바이오 배터리 수소 촉매 반도체 공정 설계 제조 품질 표준
    플랫폼 소프트웨어 서비스 금융 물류 국방 위성 안테나 영상 현미경 분석 시험 평가 기업 대학 연구소 기술 사업화 실증
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  private static let koreanParticles = ["을", "를", "의", "에서", "으로", "와", "과", "이", "가", "은", "는", "에", "까지", ""]
  private static let koreanVerbs = ["개발하고", "측정하는", "연구한다", "제공합니다", "필요하다", "구축하여", "활용한", "검증했다"]

  public static func english(byteCount: Int) -> [UInt8] {
    text(byteCount: byteCount, stream: 21) { random in
      if random.below(10) < 4 { return englishFunctionWords[random.below(englishFunctionWords.count)] }
      return englishStems[random.below(englishStems.count)] + englishEndings[random.below(englishEndings.count)]
    }
  }

  public static func korean(byteCount: Int) -> [UInt8] {
    text(byteCount: byteCount, stream: 22) { random in
      if random.below(5) == 0 { return koreanVerbs[random.below(koreanVerbs.count)] }
      var word = koreanNouns[random.below(koreanNouns.count)]
      if random.below(3) == 0 { word += koreanNouns[random.below(koreanNouns.count)] }
      return word + koreanParticles[random.below(koreanParticles.count)]
    }
  }

  private static func text(byteCount: Int, stream: UInt64, word: (inout SeededGenerator) -> String) -> [UInt8] {
    var random = SeededGenerator(seed: 1, stream: stream, number: 0)
    var text: [UInt8] = []
    while text.count < byteCount {
      text += Array(word(&random).utf8)
      text += random.below(14) == 0 ? [0x2E, 0x20] : [0x20]
    }
    return text
  }
}
