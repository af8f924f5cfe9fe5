/// How large a company is, in the three classes by which Korean calls fix cost shares.
public enum SizeClass: String, CaseIterable, Hashable, Sendable, Codable {
  /// 중소기업
  case small
  /// 중견기업
  case midsize
  /// 대기업
  case large

  /// What a source calls the class; `nil` where that leaves it open, as "not an SME" does.
  public init?(sourceName: String) {
    switch sourceName.lowercased().filter({ !$0.isWhitespace && $0 != "-" && $0 != "_" }) {
    case "small", "sme", "micro", "startup", "venture", "중소기업", "중소", "소기업", "벤처기업", "스타트업": self = .small
    case "midsize", "mid", "medium", "midcap", "중견기업", "중견": self = .midsize
    case "large", "대기업", "대": self = .large
    default: return nil
    }
  }
}
