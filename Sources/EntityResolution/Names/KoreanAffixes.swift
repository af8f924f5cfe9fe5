/// What is written together with a Korean name and is a word of its own: 서울대학교병원 is 서울, 대학교 and 병원.
enum KoreanAffixes {
  /// Of the foundation that signs a university's contracts: the same body for whoever looks for partners.
  static let foundation = ["산학협력단", "산학협력재단", "산학협력본부"]

  /// Legal forms, in front or behind; those in brackets are taken apart before.
  static let forms: [(text: String, isCompany: Bool)] = [
    ("농업회사법인", true), ("영농조합법인", true), ("유한책임회사", true), ("주식회사", true), ("유한회사", true), ("합자회사", true),
    ("합명회사", true), ("사회복지법인", false), ("재단법인", false), ("사단법인", false), ("학교법인", false), ("의료법인", false),
    ("특수법인", false), ("공익법인", false),
  ]

  static let prefixes = ["대한민국", "한국", "국립", "대한"]

  /// The longest common word that stands at the end of a longer one.
  ///
  /// - Complexity: one look-up for each length.
  static func suffix(of word: Substring) -> String? {
    let bytes = word.utf8
    for syllableCount in stride(from: longestSuffix, to: 1, by: -1) where bytes.count > syllableCount * 3 {
      let end = String(Substring(bytes.suffix(syllableCount * 3)))
      if suffixes.contains(end) { return end }
    }
    return nil
  }

  private static let longestSuffix = 6

  private static let suffixes = Set(
    """
    창업보육센터 테크놀로지 인베스트먼트 소프트웨어 테크노파크 엔터테인먼트 인더스트리 코퍼레이션 머티리얼즈 로지스틱스 엔지니어링 이노베이션
    로보틱스 모빌리티 시큐리티 네트웍스 네트워크 사이언스 파트너스 케미칼 중공업 플랫폼 미디어 데이터 메디컬 소프트 글로벌 코리아 디스플레이
    대학교 연구원 연구소 연구실 실험실 진흥원 의료원 솔루션 솔루션즈 시스템 시스템즈 반도체 위원회 연합회 도서관 박물관 미술관 천문대 캠퍼스 벤처스
    홀딩스 바이오 에너지 컨설팅 서비스 디지털 대학 병원 의원 센터 재단 공사 공단 협회 학회 조합 은행 그룹 전자 전기 기술 과학 정보 통신 산업 제약
    화학 소재 건설 테크 학교 지사 지점 분원 본부 퀀텀 양자 광학 정밀 물산 상사 개발 철강 금속 섬유 식품 기계 기공 환경 생명 의료 항공 해운 물류 유통
    무역 엔텍 이엔지 아이티 랩스 오토 파워 푸드 헬스 헬스케어 팜
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
