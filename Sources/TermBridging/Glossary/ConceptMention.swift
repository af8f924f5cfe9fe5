/// A place of a text that speaks of concepts.
public struct ConceptMention: Hashable, Sendable {
  /// Numbers of the concepts, ascending: several where the form is ambiguous.
  public var concepts: [Int]
  /// What the form is written in; `nil` for an abbreviation, which belongs to both languages.
  public var language: BridgeLanguage?
  /// UTF-8 offsets of the words that the form is in.
  public var source: Range<Int>
}
