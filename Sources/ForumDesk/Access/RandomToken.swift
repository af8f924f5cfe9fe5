import Crypto
import Foundation

/// Secrets from the system's generator.
public enum RandomToken {
  public static func bytes(count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// 256 bits that nobody can guess, 43 characters that may stand in an address or a cookie.
  public static func make() -> String { URLBase64.text(of: bytes(count: 32)) }

  /// What is stored of a token: whoever reads the database cannot use it. SHA-256 without salt is enough for 256 random bits.
  public static func digest(of token: String) -> String {
    URLBase64.text(of: Array(SHA256.hash(data: Data(token.utf8))))
  }
}

/// Base64 for addresses (RFC 4648, section 5), without padding.
enum URLBase64 {
  static func text(of bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
