import Foundation
import Testing
import forum_generator

@Suite struct InventedNamesTests {
  /// Well-known real bodies and products that must not appear as actors anywhere.
  private static let realNames = [
    "서울대", "연세대", "고려대", "성균관대", "한양대", "이화여", "서강대", "중앙대", "경희대", "카이스트", "포항공과",
    "포스텍", "유니스트", "디지스트", "한국과학기술연구원", "한국전자통신연구원", "한국표준과학연구원", "한국과학기술정보연구원",
    "한국생명공학연구원", "국방과학연구소", "한국나노기술원", "삼성", "하이닉스", "엘지", "현대자동차", "네이버", "카카오", "케이티",
    "에스케이", "국민은행", "신한은행", "우리은행", "하나은행", "한국전력", "서울교통공사", "서울시립", "홍릉", "아이온큐",
    "오리엔텀", "큐노바", "노르마", "에스디티", "우리로", "코위버", "쏠리드", "Samsung", "Hynix", "Hyundai",
    "KAIST", "KIST", "ETRI", "KRISS", "KISTI", "POSTECH", "UNIST", "DGIST", "Naver",
    "Kakao", "IonQ", "Rigetti", "Quantinuum", "Pasqal", "QuEra", "D-Wave", "IQM",
    "Xanadu", "PsiQuantum", "Bluefors", "Oxford", "Cambridge", "Harvard", "Stanford",
    "MIT ", "Google", "Microsoft", "Amazon", "Nvidia", "NVIDIA", "IBM", "Intel ",
    "Toshiba", "ID Quantique", "Thorlabs", "Keysight", "Zurich Instruments",
    "Fraunhofer", "Max Planck", "CNRS", "Delft", "Chalmers", "Airbus", "Thales", "NIST",
    "Qiskit", "QuSpin", "Cerca", "Element Six", "Single Quantum", "Toptica", "한국거래소",
    "금융결제원", "질병관리청",
  ]

  @Test func `no well-known real name appears in any file`() throws {
    let alternatives = Self.realNames.map { NSRegularExpression.escapedPattern(for: $0) }.joined(separator: "|")
    let pattern = try NSRegularExpression(pattern: alternatives)
    for file in try SharedForum.files() {
      let text = file.text
      let match = pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text))
      let name = match.flatMap { Range($0.range, in: text) }.map { text[$0] }
      #expect(name == nil, "\(file.path) names \(name ?? "")")
    }
  }

  @Test func `no person is named`() throws {
    for file in try SharedForum.files() {
      #expect(!file.text.contains("<Person") && !file.text.contains("@"), "\(file.path)")
    }
  }
}
