public import PartnerDiscovery

/// How many bodies of the workspace meet a need as it is written, and how many would with other words. Every number was
/// found by a search.
public struct NeedEffect: Hashable, Sendable {
  /// The need with one change.
  public struct Alternative: Hashable, Sendable {
    public enum Change: Hashable, Sendable {
      /// Without this word.
      case dropping(String)
      /// With these words besides, which the applicant uses elsewhere in the application.
      case addingOwn(String)
      /// With these words besides, which the glossary names beside those of the need.
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
  /// Changes by which clearly more bodies meet the need, of each kind the best: the applicant's own words first.
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
      let count = best.reach.metCount
      switch best.change {
      case .addingOwn(let words):
        korean += "; ‘\(words)’\(KoreanParticle.object(words)) 함께 적으면 \(count)곳입니다"
        english += "; \(count) if you name “\(words)”"
      case .adding(let words):
        korean += "; ‘\(words)’에 관한 것이라 적으면 \(count)곳입니다"
        english += "; \(count) if it is about “\(words)” and says so"
      case .dropping(let word):
        korean += "; ‘\(word)’\(KoreanParticle.object(word)) 빼면 \(count)곳입니다"
        english += "; \(count) without “\(word)”"
      }
    }
    return Bilingual(korean + ".", english + ".")
  }
}
