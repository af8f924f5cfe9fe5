import Crypto

/// Which wording of a consent somebody agreed to.
public struct ConsentWording: Hashable, Sendable, Codable, CustomStringConvertible {
  /// From 1; raised by whoever changes the text.
  public var version: Int
  /// SHA-256 of the whole text in both languages, as lower-case hexadecimal digits.
  public var digest: String

  public init(version: Int, digest: String) {
    self.version = version
    self.digest = digest
  }

  init(version: Int, of text: String) {
    self.init(version: version, digest: SHA256.hash(data: Array(text.utf8)).hexadecimal)
  }

  /// `v1 sha256:...`: what the record of a consent keeps as its proof.
  public var description: String { "v\(version) sha256:\(digest)" }
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
