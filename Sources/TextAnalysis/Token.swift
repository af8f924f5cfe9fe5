/// One occurrence of a term in an analysed text.
public struct Token: Hashable, Sendable {
  /// The term's UTF-8 bytes in ``TokenBuffer/bytes``.
  public var termStart: UInt32
  public var termLength: UInt16
  public var stream: TermStream
  /// Units before this token: every Hangul syllable (and every ideograph and kana) counts one, every other word one,
  /// blanks and stripped endings nothing, so that "양자 센서", "양자센서" and "양자의 센서" have the same positions.
  public var position: UInt32
  /// The source bytes that gave this term, for highlighting.
  public var sourceStart: UInt32
  public var sourceEnd: UInt32

  public init(
    termStart: UInt32, termLength: UInt16, stream: TermStream, position: UInt32, sourceStart: UInt32, sourceEnd: UInt32
  ) {
    self.termStart = termStart
    self.termLength = termLength
    self.stream = stream
    self.position = position
    self.sourceStart = sourceStart
    self.sourceEnd = sourceEnd
  }
}
