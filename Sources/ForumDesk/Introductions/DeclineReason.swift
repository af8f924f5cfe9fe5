/// Why something came to nothing, so that reasons can be counted.
public enum DeclineReason: String, CaseIterable, Hashable, Sendable, Codable {
  case topic
  case timing
  case capacity
  case budget
  case competitor
  case alreadyPartnered = "already_partnered"
  case conditions
  case noAnswer = "no_answer"
  case other

  public var name: Bilingual {
    switch self {
    case .topic: Bilingual("주제가 맞지 않음", "The topic does not fit")
    case .timing: Bilingual("시기가 맞지 않음", "The time does not fit")
    case .capacity: Bilingual("인력·여력이 없음", "No capacity")
    case .budget: Bilingual("예산이 맞지 않음", "The budget does not fit")
    case .competitor: Bilingual("경쟁 관계", "Competitors")
    case .alreadyPartnered: Bilingual("이미 다른 기관과 함께함", "Works with somebody else already")
    case .conditions: Bilingual("지식재산 등 조건이 맞지 않음", "Terms such as intellectual property do not fit")
    case .noAnswer: Bilingual("연락이 닿지 않음", "No answer")
    case .other: Bilingual("기타", "Something else")
    }
  }

  /// The name of a stored reason, which may be one that this build does not know.
  public static func name(_ stored: String) -> Bilingual { Self(rawValue: stored)?.name ?? Bilingual(stored, stored) }
}
