/// Splits at blanks and does nothing else, for comparisons with other engines on equal tokens.
///
/// Blanks are the scalars with Unicode's White_Space property, and bytes that are not UTF-8. Every word is one term
/// (``TermStream/word``) of at most 64 bytes, cut at a scalar's end, and counts one position.
public struct WhitespaceAnalyzer: TextAnalyzer {
  public init() {}

  public var identity: AnalyzerIdentity { AnalyzerIdentity(name: "whitespace", version: 1) }

  public func analyze(_ text: Span<UInt8>, into buffer: inout TokenBuffer) {
    buffer.removeAll()
    // Words are terms as they stand.
    buffer.bytes.append(addingCapacity: text.count) { bytes in
      for index in text.indices { bytes.append(text[index]) }
    }
    var wordStart: Int?
    var termEnd = 0
    var offset = 0
    while offset < text.count {
      let asciiEnd = Self.endOfASCIIWord(text, from: offset)
      if asciiEnd > offset {
        let start = wordStart ?? offset
        wordStart = start
        let limit = start + TermLimits.maximumByteCount
        if offset < limit { termEnd = min(asciiEnd, limit) }
        offset = asciiEnd
        continue
      }
      let decoded = UTF8Decoder.decode(text, at: offset)
      let next = offset + decoded.byteCount
      if let scalar = decoded.scalar, !Self.isBlank(scalar) {
        let start = wordStart ?? offset
        if wordStart == nil { termEnd = offset }
        wordStart = start
        if next - start <= TermLimits.maximumByteCount { termEnd = next }
      } else if let start = wordStart {
        append(start: start, termEnd: termEnd, sourceEnd: offset, to: &buffer)
        wordStart = nil
      }
      offset = next
    }
    if let start = wordStart { append(start: start, termEnd: termEnd, sourceEnd: offset, to: &buffer) }
  }

  private func append(start: Int, termEnd: Int, sourceEnd: Int, to buffer: inout TokenBuffer) {
    buffer.tokens.append(
      Token(
        termStart: UInt32(truncatingIfNeeded: start), termLength: UInt16(truncatingIfNeeded: termEnd - start),
        stream: .word, position: buffer.unitCount, sourceStart: UInt32(truncatingIfNeeded: start),
        sourceEnd: UInt32(truncatingIfNeeded: sourceEnd)))
    buffer.unitCount &+= 1
  }

  /// Where a run of ASCII that is not blank ends, which needs no decoding; `offset` where none begins there.
  @inline(__always)
  private static func endOfASCIIWord(_ text: Span<UInt8>, from offset: Int) -> Int {
    var end = offset
    while end < text.count, text[end] > 0x20, text[end] < 0x80 { end &+= 1 }
    return end
  }

  /// Unicode's White_Space property.
  @inline(__always)
  private static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
