/// How well a body's evidence meets a need, in the words that people get to read.
public enum CoverageLevel: Int, CaseIterable, Comparable, Hashable, Sendable, Codable {
  /// 근거 없음: no evidence was found.
  case none = 0
  /// 낮음
  case low
  /// 보통
  case medium
  /// 높음
  case high
  /// 매우 높음
  case veryHigh

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The English word.
  public var name: String {
    switch self {
    case .none: "no evidence"
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .veryHigh: "very high"
    }
  }

  public var koreanName: String {
    switch self {
    case .none: "근거 없음"
    case .low: "낮음"
    case .medium: "보통"
    case .high: "높음"
    case .veryHigh: "매우 높음"
    }
  }

  /// From here on a need counts as met.
  public static let met = CoverageLevel.medium
}
