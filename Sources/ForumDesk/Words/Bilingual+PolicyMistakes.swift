public import PartnerDiscovery
import PartnerRanking

/// What is wrong with the file of a ranking policy.
extension Bilingual {
  public init(_ error: PolicyFileError) {
    let korean =
      switch error {
      case .unreadable(let file, _): "\(file) 파일을 읽을 수 없습니다. 경로와 권한을 확인하십시오"
      case .notJSON: "JSON이 아닙니다. ‘moim tune --out’이 쓴 기준이나 그것을 고친 기준을 넣으십시오"
      case .missingKey(_, let key): "‘\(key)’ 키가 없습니다. ‘moim tune --out’으로 다시 쓰거나 키를 넣으십시오"
      case .wrongType(_, let key, let expected): "‘\(key)’의 값이 맞지 않습니다. \(Self.expectation(expected)) 꼴이어야 합니다"
      case .invalid(_, .unsupportedFormat(let found, let supported)):
        "‘format’이 \(found)입니다. 이 판은 \(supported)을(를) 읽으니 ‘moim tune’으로 다시 쓰십시오"
      case .invalid(_, .badValue(let key, let expected)):
        "‘\(key)’의 값이 맞지 않습니다. 허용되는 값: \(Self.expectation(expected))"
      }
    self.init(KoreanParticle.settled(korean), error.description)
  }

  /// What is expected of a value; the numbers of a range stand in it as they are.
  private static func expectation(_ english: String) -> String {
    let pairs = [
      ("a whole number in ", "정수 "), ("a whole number", "정수"), ("a number above 0 and at most ", "0보다 크고 다음 이하인 수: "),
      ("a number above 0", "0보다 큰 수"), ("a number in ", "수 "), ("a number", "수"), ("a text", "글"),
      ("true or false", "true 또는 false"), ("a list", "목록"), ("an object", "객체"), ("one of ", "다음 가운데 하나: "),
      ("left out: it has no curve", "빼야 함(곡선이 없는 항목)"), ("given once", "한 번만 적기"),
      ("as many numbers in ", "knots와 같은 수만큼의 수, 범위 "),
    ]
    if english.hasPrefix("a weight in ") { return "무게는 0...100, 몫은 0...1, 실적은 1건 이상" }
    var text = english
    if let (beginning, korean) = pairs.first(where: { english.hasPrefix($0.0) }) {
      text = korean + english.dropFirst(beginning.count)
    }
    return text.replacing(" as there are knots", with: "").replacing(", or left out", with: ", 또는 빼기")
      .replacing(" ascending numbers", with: "개의 커지는 수").replacing(" to ", with: "에서 ")
      .replacing(" rows of ", with: "행, 행마다 ").replacing(" numbers in ", with: "개의 수, 범위 ")
  }
}
