/// Turns the bytes of a field into text as people would write it.
public enum FieldText {
  /// One line: every run of white space becomes one blank, none at the ends. For titles, names, keywords, ids.
  ///
  /// - Complexity: linear in the bytes.
  static func line(_ bytes: some Collection<UInt8>) -> String { normalized(bytes, keepsLines: false) }

  public static func line(_ text: String) -> String { line(Array(text.utf8)) }

  /// An id exactly as it stands, but for blanks around it.
  static func identifier(_ bytes: some BidirectionalCollection<UInt8>) -> String {
    let start = bytes.drop(while: isBlank)
    guard let end = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(decoding: start[...end], as: UTF8.self)
  }

  static func identifier(_ text: String) -> String { identifier(text.utf8) }

  /// Paragraphs: as ``line(_:)``, but a run that holds a line break becomes one line break.
  static func paragraphs(_ bytes: some Collection<UInt8>) -> String { normalized(bytes, keepsLines: true) }

  public static func paragraphs(_ text: String) -> String { paragraphs(Array(text.utf8)) }

  /// The keywords of a field, split at any of the separators (ASCII), in order, without repetitions.
  static func keywords(_ bytes: some Collection<UInt8>, separators: String) -> [String] {
    distinct(bytes.split(whereSeparator: { byte in isSeparator(byte, separators) }).lazy.map { line($0) })
  }

  /// The texts that are not empty, in order, without repetitions.
  static func distinct(_ texts: some Sequence<String>) -> [String] {
    var distinct: [String] = []
    // Most lists are short: comparing bytes costs less than hashing by what is canonically equivalent.
    var known: Set<String> = []
    for text in texts where !text.isEmpty {
      if distinct.count < 16 {
        if distinct.contains(where: { $0.hasBytes(of: text) }) { continue }
      } else {
        if distinct.count == 16, known.isEmpty { known = Set(distinct) }
        guard known.insert(text).inserted else { continue }
      }
      distinct.append(text)
    }
    return distinct
  }

  private static func isSeparator(_ byte: UInt8, _ separators: String) -> Bool {
    separators.utf8.contains(byte)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  // Text of an XML document was checked once: these take it as it is.
  static func line(_ text: XMLText) -> String { text.line }
  static func paragraphs(_ text: XMLText) -> String { text.paragraphs }
  static func identifier(_ text: XMLText) -> String { text.identifier }

  static func keywords(_ text: XMLText, separators: String) -> [String] {
    var texts: [String] = []
    var start = 0
    for index in 0...text.count where index == text.count || isSeparator(text[index], separators) {
      if index > start { texts.append(text.part(start..<index).line) }
      start = index + 1
    }
    return distinct(texts)
  }

  static func normalized(_ bytes: some Collection<UInt8>, keepsLines: Bool) -> String {
    // Most fields are as they should be: one look over them costs less than copying them byte by byte.
    let traits = TextTraits(bytes)
    let text =
      traits.contains(.blanks)
      ? String(decoding: withoutRuns(bytes, keepsLines), as: UTF8.self) : String(decoding: bytes, as: UTF8.self)
    return traits.contains(.mayBeDecomposed) ? ComposedText.composed(text) : text
  }

  /// The bytes with every run of white space as one blank or line break, and none at the ends.
  static func withoutRuns(_ bytes: some Collection<UInt8>, _ keepsLines: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var pendingBlank = false
    var pendingLine = false
    for byte in bytes {
      if isBlank(byte) {
        pendingBlank = true
        pendingLine = pendingLine || byte == 0x0A || byte == 0x0D
      } else {
        if pendingBlank {
          if !result.isEmpty { result.append(keepsLines && pendingLine ? 0x0A : 0x20) }
          (pendingBlank, pendingLine) = (false, false)
        }
        result.append(byte)
      }
    }
    return result
  }
}
