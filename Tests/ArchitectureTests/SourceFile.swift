/// A Swift file reduced to its code: comments and the contents of string literals are taken out.
struct SourceFile: Sendable {
  /// Relative to the package, with forward slashes.
  let path: String
  /// The whole file as it stands.
  let text: String
  /// The code in UTF-8, with the line ends of the whole file.
  let code: [UInt8]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = Self.code(of: Array(text.utf8))
  }

  var isFenced: Bool { path.split(separator: "/").contains("Unsafe") }

  /// The modules that the file imports.
  var importedModules: [String] {
    code.split(separator: 0x0A).filter { Self.offset(of: Array("import ".utf8), in: $0) != nil }.compactMap { line in
      var words = String(decoding: line, as: UTF8.self)
        .split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }.map(String.init)
      while let first = words.first, first.hasPrefix("@") || Self.accessLevels.contains(first) { words.removeFirst() }
      guard words.first == "import", words.count > 1 else { return nil }
      let isScoped = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"].contains(words[1])
      return isScoped && words.count > 2 ? words[2] : words[1]
    }
  }

  /// Numbers (from 1) of the lines whose code contains a text as a whole word: `print(` is not in `footprint(`.
  func lineNumbers(containing needle: String) -> [Int] {
    let sought = Array(needle.utf8)
    var lines: [Int] = []
    var rest = code[...]
    while let start = Self.offset(of: sought, in: rest) {
      let end = start + sought.count
      let beginsWord = start == 0 || !Self.isWordByte(code[start - 1]) || !Self.isWordByte(sought[0])
      let endsWord = end == code.count || !Self.isWordByte(code[end]) || !Self.isWordByte(sought[sought.count - 1])
      if beginsWord && endsWord {
        let line = code[..<start].count { $0 == 0x0A } + 1
        if lines.last != line { lines.append(line) }
      }
      rest = code[end...]
    }
    return lines
  }

  private static let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  private static func offset(of sought: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var from = bytes.startIndex
    while let start = bytes[from...].firstIndex(of: sought[0]) {
      if bytes[start...].starts(with: sought) { return start }
      from = start + 1
    }
    return nil
  }

  /// Takes out comments and the contents of string literals and keeps every line end.
  private static func code(of source: [UInt8]) -> [UInt8] {
    let (slash, star, quote, numberSign, backslash, lineEnd) = (
      UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "\\"), UInt8(0x0A)
    )
    var code: [UInt8] = []
    code.reserveCapacity(source.count)
    var index = 0
    /// Skips the start mark and all to behind the end mark, over escaped characters, and keeps the line ends on the way.
    func skip(_ startByteCount: Int, to end: [UInt8], escape: UInt8? = nil) {
      index += startByteCount
      while index < source.count, source[index] != end[0] || !source[index...].starts(with: end) {
        if source[index] == lineEnd { code.append(lineEnd) }
        index += source[index] == escape ? 2 : 1
      }
      index += end.count
    }
    while index < source.count {
      let next = index + 1 < source.count ? source[index + 1] : 0
      switch (source[index], next) {
      case (slash, slash):
        skip(2, to: [lineEnd])
        code.append(lineEnd)
      case (slash, star): skip(2, to: [star, slash])
      case (quote, quote) where source[index...].starts(with: [quote, quote, quote]):
        skip(3, to: [quote, quote, quote], escape: backslash)
      case (quote, _): skip(1, to: [quote], escape: backslash)
      case (numberSign, quote): skip(2, to: [quote, numberSign])
      default:
        code.append(source[index])
        index += 1
      }
    }
    return code
  }
}
