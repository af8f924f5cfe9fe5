import Crypto

/// By what a text is known again: whether it is the same, not what it says.
enum TextDigest {
  /// SHA-256 (FIPS 180-4) of the text's UTF-8, as 64 lower-case hexadecimal digits.
  ///
  /// - Complexity: linear in the text.
  static func of(_ text: String) -> String { SHA256.hash(data: Array(text.utf8)).hexadecimal }
}

extension Sequence<UInt8> {
  /// Two lower-case digits for each byte.
  var hexadecimal: String {
    var text = ""
    for byte in self {
      let digits = String(byte, radix: 16)
      text += digits.utf8.count == 1 ? "0" + digits : digits
    }
    return text
  }
}
