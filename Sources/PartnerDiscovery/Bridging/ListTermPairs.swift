import TermBridging
import TextAnalysis

/// What bridges the languages in a workspace: its mined pairs and the glossary, for people to look at.
public struct ListTermPairs {
  public struct Pair: Hashable, Sendable {
    public var korean: String
    public var english: String
    /// In 0...1.
    public var confidence: Double
    /// Records in which the two are aligned, by expectation.
    public var jointCount: Double
    public var koreanCount: Int
    public var englishCount: Int
  }

  public let workspace: Workspace

  public init(workspace: Workspace) { self.workspace = workspace }

  /// The mined pairs of words, the surest first. The syllable pairs of a Korean word are left out: they say the same.
  ///
  /// - Parameter text: where given, only pairs of which one term begins like one of its words.
  /// - Throws: ``DiscoveryError/noTermPairs(path:)`` where nothing was mined; `TermBridgingError` where the file is of no use.
  public func pairs(matching text: String? = nil) throws -> [Pair] {
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    guard workspace.hasTermPairs else { throw DiscoveryError.noTermPairs(path: workspace.path) }
    let file = try TermPairFile(path: workspace.termPairsPath)
    let wanted = try text.map { try words(of: $0) }
    return file.pairs.filter { pair in
      guard pair.korean.stream == .word else { return false }
      guard let wanted else { return true }
      return wanted.contains { pair.korean.text.hasPrefix($0) || pair.english.text.hasPrefix($0) }
    }.sorted { left, right in
      if left.confidence != right.confidence { return left.confidence > right.confidence }
      return (left.korean.text, left.english.text) < (right.korean.text, right.english.text)
    }.map { pair in
      Pair(
        korean: pair.korean.text, english: pair.english.text, confidence: Double(pair.confidence),
        jointCount: Double(pair.jointCount), koreanCount: Int(pair.koreanCount),
        englishCount: Int(pair.englishCount))
    }
  }

  private func words(of text: String) throws -> [String] {
    var buffer = TokenBuffer()
    try workspace.analyzer().analyze(text.utf8.span, into: &buffer)
    return buffer.tokens.filter { $0.stream == .word }.map { String(decoding: buffer.term(of: $0), as: UTF8.self) }
  }
}
