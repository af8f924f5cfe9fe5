/// A text's bytes in lower case.
package enum LowercasedBytes {
  /// The bytes of `text.lowercased()`. Korean, Chinese and Japanese have no cases, so that texts of these and ASCII, which
  /// most names are, need no look at what a character is.
  package static func of(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte >= 0x41, byte <= 0x5A { bytes[index] = byte | 0x20 }
      } else if byte >= 0xC0, !leadsCaseless(byte, followedBy: index + 1 < bytes.count ? bytes[index + 1] : 0) {
        return Array(text.lowercased().utf8)
      }
    }
    return bytes
  }

  /// Whether characters from U+3000 to U+9FFF and from U+AC00 to U+DFFF begin so: no letter of a case is among them.
  private static func leadsCaseless(_ byte: UInt8, followedBy next: UInt8) -> Bool {
    byte >= 0xE3 && byte <= 0xE9 || byte == 0xEA && next >= 0xB0 || byte >= 0xEB && byte <= 0xED
  }
}
