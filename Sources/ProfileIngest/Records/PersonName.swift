/// Tells names of bodies from names that could be a natural person's, where a source has both in one field (the applicants
/// of patents). Names of persons are personal data: in doubt a name is a person's.
package enum PersonName {
  /// What only bodies have in their names: legal forms and words for bodies, in lower case.
  private static let bodyParts = PhraseSet([
    "주식회사", "유한회사", "유한책임", "합자회사", "합명회사", "(주)", "㈜", "(유)", "(재)", "(사)", "재단", "사단", "법인", "조합", "협회", "학회",
    "공사", "공단", "진흥원", "연구원", "연구소", "연구단", "연구센터", "센터", "대학", "학교", "학원", "병원", "의료원", "기술원", "과학원", "개발원",
    "평가원", "정보원", "박물관", "은행", "그룹", "산업", "전자", "테크", "시스템", "솔루션", "바이오", "에너지", "엔지니어링", "대한민국", "정부", "광역시",
    "특별시", "특별자치", "도청", "시청", "군청", "구청", "농협", "수협", "위원회", "본부", "사업단", "산단", "코퍼레이션", "컴퍼니", "인코포레이티드", "리미티드",
    "게엠베하", "카부시키", "가부시키", "인터내셔널", "홀딩스", "유니버시티", "인스티튜트", "株式会社", "有限公司", "大学", "大學", "univers", "institut",
    "laborator", "research", "center", "centre", "college", "school", "hospital", "corporation", "company", "council",
    "ministry", "foundation", "association", "agency", "technolog", "systems", "gmbh", "limited", "co., ltd", "co.,ltd",
    "incorporated", "holdings", "fraunhofer", "bank", "group", "industries",
  ])
  private static let bodyWords: Set<String> = [
    "inc", "ltd", "llc", "corp", "co", "plc", "ag", "kg", "sa", "spa", "srl", "bv", "nv", "ab", "oy", "kk", "lp", "llp",
    "sas", "as",
    "원", "청", "부", "처",
  ]

  /// Whether nothing in the name says that it is a body's.
  package static func couldBePerson(_ name: String) -> Bool {
    let bytes = LowercasedBytes.of(name)
    if bodyParts.occurs(in: bytes) { return false }
    let lowercased = String(decoding: bytes, as: UTF8.self)
    let words = lowercased.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" })
    return !words.contains { bodyWords.contains($0.filter { $0 != "." }) }
  }
}
