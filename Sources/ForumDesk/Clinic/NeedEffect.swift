public import PartnerDiscovery

/// How many bodies of the workspace meet a need as it is written, and how many would with other words. Every number was
/// found by a search.
public struct NeedEffect: Hashable, Sendable {
  /// The need with one change.
  public struct Alternative: Hashable, Sendable {
    public enum Change: Hashable, Sendable {
      /// Without this word.
      case dropping(String)
      /// With these words besides.
      case adding(String)
    }

    public var change: Change
    /// The need as it was searched for.
    public var statement: String
    public var reach: NeedReach

    public init(change: Change, statement: String, reach: NeedReach) {
      self.change = change
      self.statement = statement
      self.reach = reach
    }
  }

  public var statement: String
  /// Whether the application states it; else it is guessed from the text.
  public var isStated: Bool
  public var reach: NeedReach
  /// Changes by which more bodies meet the need, the most telling first; at most three.
  public var alternatives: [Alternative]
  /// Words of the need that no evidence holds.
  public var unknownWords: [String]

  public init(
    statement: String, isStated: Bool, reach: NeedReach, alternatives: [Alternative], unknownWords: [String]
  ) {
    self.statement = statement
    self.isStated = isStated
    self.reach = reach
    self.alternatives = alternatives
    self.unknownWords = unknownWords
  }

  /// "3 candidates; 17 if you add …".
  public var sentence: Bilingual {
    var korean = "이 글로는 후보 기관이 \(reach.metCount)곳입니다"
    var english = "\(reach.metCount) candidate\(reach.metCount == 1 ? "" : "s") as it stands"
    if let best = alternatives.first {
      switch best.change {
      case .adding(let words):
        korean += "; ‘\(words)’을(를) 함께 적으면 \(best.reach.metCount)곳입니다"
        english += "; \(best.reach.metCount) if you name “\(words)”"
      case .dropping(let word):
        korean += "; ‘\(word)’을(를) 빼면 \(best.reach.metCount)곳입니다"
        english += "; \(best.reach.metCount) without “\(word)”"
      }
    }
    return Bilingual(korean + ".", english + ".")
  }
}
