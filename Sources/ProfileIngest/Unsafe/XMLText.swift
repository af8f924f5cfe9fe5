/// The text of an element that has ended. It cannot be kept: it borrows the parser's memory.
///
/// Invariant: the bytes are those of the parser's buffer and lie still while a handler is called. The type is only lent to
/// handlers, which make what they keep out of it.
@safe struct XMLText: RandomAccessCollection {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe self.bytes = bytes }

  static var empty: XMLText { unsafe XMLText(UnsafeBufferPointer(start: nil, count: 0)) }

  var startIndex: Int { 0 }
  var endIndex: Int { unsafe bytes.count }
  subscript(index: Int) -> UInt8 {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: endIndex))
    return unsafe bytes[index]
  }

  func withContiguousStorageIfAvailable<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result?
  {
    try unsafe body(bytes)
  }

  /// A stretch of the text, as a text.
  func part(_ range: Range<Int>) -> XMLText {
    precondition(range.lowerBound >= 0 && range.upperBound <= endIndex)
    return unsafe XMLText(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// One line: as ``FieldText/line(_:)``.
  var line: String { mended(keepsLines: false) }

  /// Paragraphs: as ``FieldText/paragraphs(_:)``.
  var paragraphs: String { mended(keepsLines: true) }

  private func mended(keepsLines: Bool) -> String {
    let traits = unsafe TextTraits(bytes)
    if traits.contains(.blanks) { return FieldText.normalized(self, keepsLines: keepsLines) }
    let text = unsafe String.trusted(bytes, traits)
    return traits.contains(.mayBeDecomposed) ? ComposedText.composed(text) : text
  }

  /// As ``FieldText/identifier(_:)``.
  var identifier: String {
    var (start, end) = (0, endIndex)
    while start < end, Self.isBlank(unsafe bytes[start]) { start += 1 }
    while end > start, Self.isBlank(unsafe bytes[end - 1]) { end -= 1 }
    let inside = unsafe UnsafeBufferPointer(rebasing: bytes[start..<end])
    return unsafe String.trusted(inside, TextTraits(inside))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  /// Whether the bytes are these, but for blanks around them.
  func reads(_ wanted: StaticString) -> Bool {
    guard endIndex == wanted.utf8CodeUnitCount else { return false }
    for index in 0..<endIndex where unsafe bytes[index] != wanted.utf8Start[index] { return false }
    return true
  }
}
