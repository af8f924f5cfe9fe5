import TextAnalysis

/// A city or region in the form in which it is compared: 서울특별시, Seoul-si and SEOUL are one.
enum PlaceForm {
  static func of(_ place: String?) -> String? {
    guard let place else { return nil }
    let pieces = NameReader.pieces(of: LetterFolding.folded(place)).map(NameReader.text)
    guard var name = pieces.first else { return nil }
    for piece in pieces.dropFirst() where !fillers.contains(piece) { name += piece }
    if let korean = korean[name] { return korean }
    for suffix in suffixes where name.hasSuffix(suffix) && name.utf8.count > suffix.utf8.count + 2 {
      name.removeLast(suffix.count)
      break
    }
    return korean[name] ?? name
  }

  private static let fillers: Set<String> = [
    "city", "si", "do", "cedex", "gun", "gu", "metropolitan", "special", "province",
  ]
  private static let suffixes = ["특별자치시", "특별자치도", "특별시", "광역시", "시", "도", "군", "구"]

  /// Cities and provinces of Korea by the names that sources give them.
  private static let korean: [String: String] = {
    var names: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let forms = line.split(separator: " ").map(String.init)
      for form in forms { names[form] = forms[0] }
    }
    return names
  }()

  private static let table = """
    seoul 서울
    busan 부산 pusan
    daegu 대구 taegu
    incheon 인천 inchon
    gwangju 광주 kwangju
    daejeon 대전 taejon
    ulsan 울산
    sejong 세종
    gyeonggi 경기 kyonggi
    gangwon 강원 kangwon
    chungbuk 충북 충청북 chungcheongbuk
    chungnam 충남 충청남 chungcheongnam
    jeonbuk 전북 전라북 jeollabuk
    jeonnam 전남 전라남 jeollanam
    gyeongbuk 경북 경상북 gyeongsangbuk
    gyeongnam 경남 경상남 gyeongsangnam
    jeju 제주 cheju
    suwon 수원
    seongnam 성남 sungnam
    yongin 용인
    goyang 고양
    hwaseong 화성
    anyang 안양
    ansan 안산
    bucheon 부천
    pyeongtaek 평택
    uijeongbu 의정부
    cheongju 청주
    chungju 충주
    cheonan 천안
    asan 아산
    jeonju 전주
    iksan 익산
    gunsan 군산
    mokpo 목포
    suncheon 순천
    yeosu 여수
    naju 나주
    pohang 포항
    gyeongju 경주
    gumi 구미
    gyeongsan 경산
    andong 안동
    changwon 창원
    jinju 진주
    gimhae 김해
    chuncheon 춘천
    wonju 원주
    gangneung 강릉
    """
}
