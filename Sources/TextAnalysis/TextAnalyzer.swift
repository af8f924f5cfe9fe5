/// Turns text into terms.
public protocol TextAnalyzer: Sendable {
  var identity: AnalyzerIdentity { get }

  /// Replaces the buffer's content by the tokens of `text`, in order of source position.
  ///
  /// - Parameter text: UTF-8; invalid sequences are treated as blanks. At most 2^31 bytes.
  /// - Complexity: linear in the text.
  func analyze(_ text: Span<UInt8>, into buffer: inout TokenBuffer)
}
