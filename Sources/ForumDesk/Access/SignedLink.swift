import Crypto
import Foundation

/// Links that open without an account, and tokens of forms: a text with a mark that only the holder of the secret makes
/// (HMAC-SHA-256, RFC 2104, cut to 128 bits).
public struct SignedLink: Sendable {
  private let key: SymmetricKey

  /// - Parameter secret: 32 random bytes that stay in the workspace.
  public init(secret: [UInt8]) { key = SymmetricKey(data: secret) }

  /// A token for one use of one subject.
  ///
  /// - Parameters:
  ///   - purpose: what it opens; a token for one purpose is none for another.
  ///   - subject: in letters, digits and hyphens; no personal data, since it can be read.
  ///   - expiry: the last second at which it opens anything.
  public func token(purpose: String, subject: String, expiry: Int64) -> String {
    let claim = subject + "." + String(expiry, radix: 36)
    return claim + "." + mark(purpose: purpose, claim: claim)
  }

  /// The subject of a token, or `nil` where it is forged, was made for something else, or is too old.
  public func subject(of token: String, purpose: String, now: Int64) -> String? {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let expiry = Int64(parts[1], radix: 36), now <= expiry else { return nil }
    let expected = mark(purpose: purpose, claim: parts[0] + "." + parts[1])
    return Self.isEqual(Data(expected.utf8), Data(parts[2].utf8)) ? String(parts[0]) : nil
  }

  /// A token without expiry that belongs to a session or a visit, for its forms.
  public func formToken(of session: String) -> String { mark(purpose: "form", claim: session) }

  public func isFormToken(_ token: String, of session: String) -> Bool {
    Self.isEqual(Data(formToken(of: session).utf8), Data(token.utf8))
  }

  private func mark(purpose: String, claim: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data("\(purpose)\u{0}\(claim)".utf8), using: key)
    return URLBase64.text(of: Array(code.prefix(16)))
  }

  /// Compares in a time that depends on the lengths alone.
  static func isEqual(_ left: Data, _ right: Data) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
