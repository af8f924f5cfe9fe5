/// A Korean and an English term that translate each other in the records of a workspace.
public struct TermPair: Hashable, Sendable {
  public var korean: BridgeTerm
  public var english: BridgeTerm
  /// Records in which the two are aligned, by expectation.
  public var jointCount: Float
  /// Records that hold the Korean term.
  public var koreanCount: UInt32
  /// Records that hold the English term.
  public var englishCount: UInt32

  public init(
    korean: BridgeTerm, english: BridgeTerm, jointCount: Float, koreanCount: UInt32, englishCount: UInt32
  ) {
    self.korean = korean
    self.english = english
    self.jointCount = jointCount
    self.koreanCount = koreanCount
    self.englishCount = englishCount
  }

  /// How sure it is that the two mean the same, in 0...1: Dice's coefficient of the expected alignments, less for pairs
  /// that were seen seldom.
  public var confidence: Float {
    2 * jointCount / (Float(koreanCount) + Float(englishCount) + 2 * Self.doubt)
  }

  /// How likely the other language's term stands where one language's does, in 0...1.
  public func probability(from language: BridgeLanguage) -> Float {
    jointCount / (Float(language == .korean ? koreanCount : englishCount) + Self.doubt)
  }

  /// Records without the pair that are taken for granted.
  static let doubt: Float = 0.5

  public func term(in language: BridgeLanguage) -> BridgeTerm { language == .korean ? korean : english }
}
