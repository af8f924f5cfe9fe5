/// Which of an analyser's two vocabularies a term belongs to. Each has its own document lengths and statistics.
public enum TermStream: UInt8, CaseIterable, Hashable, Sendable, Codable {
  /// Whole words: stemmed English, Korean words without their particle or ending, numbers, model names.
  case word = 0
  /// Overlapping syllable pairs of Korean words.
  case syllable = 1
}

/// One occurrence of a term in an analysed text.
public struct Token: Hashable, Sendable {
  /// The term's UTF-8 bytes in ``TokenBuffer/bytes``.
  public var termStart: UInt32
  public var termLength: UInt16
  public var stream: TermStream
  /// Units before this token: every Hangul syllable counts one, every other word one, blanks and stripped endings
  /// nothing, so that "양자 센서", "양자센서" and "양자의 센서" have the same positions.
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

/// The tokens of one text, in flat memory that is reused from text to text: no allocation for each token.
public struct TokenBuffer: Sendable {
  /// The bytes of all terms, one after the other.
  public var bytes: [UInt8] = []
  public var tokens: [Token] = []
  /// Units in the text: the next text of the same document starts behind them.
  public var unitCount: UInt32 = 0

  public init() {}

  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    unitCount = 0
  }

  public func term(of token: Token) -> ArraySlice<UInt8> {
    bytes[Int(token.termStart)..<Int(token.termStart) + Int(token.termLength)]
  }
}

/// Name and version of an analyser. An index written with one refuses every other.
public struct AnalyzerIdentity: Hashable, Sendable, Codable, CustomStringConvertible {
  public var name: String
  public var version: Int

  public init(name: String, version: Int) {
    self.name = name
    self.version = version
  }

  public var description: String { "\(name)/\(version)" }
}

/// Turns text into terms.
public protocol TextAnalyzer: Sendable {
  var identity: AnalyzerIdentity { get }

  /// Replaces the buffer's content by the tokens of `text`, in order of source position.
  ///
  /// - Parameter text: UTF-8; invalid sequences are treated as blanks. At most 2^31 bytes.
  /// - Complexity: linear in the text.
  func analyze(_ text: Span<UInt8>, into buffer: inout TokenBuffer)
}
