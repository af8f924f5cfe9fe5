import CryptoExtras
import Foundation

/// A password as it is stored: scrypt (RFC 7914) with its cost and its own salt, as
/// `scrypt$N-exponent$r$p$salt$key`, salt and key in Base64.
public struct PasswordHash: Hashable, Sendable, CustomStringConvertible {
  /// 2^16 rounds of 1 KiB blocks: 64 MiB and about a fifth of a second, for each guess too.
  public static let usualRoundExponent = 16
  /// Cheaper ones are for tests.
  public static let roundExponents = 4...20
  public static let shortestPasswordLength = 10
  private static let blockSize = 8
  private static let keyByteCount = 32

  private let roundExponent: Int
  private let salt: Data
  private let key: Data

  /// Hashes a new password with a new salt.
  public init(of password: String, roundExponent: Int = Self.usualRoundExponent) {
    precondition(Self.roundExponents.contains(roundExponent))
    let salt = Data(RandomToken.bytes(count: 16))
    self.init(of: password, roundExponent: roundExponent, salt: salt)
  }

  private init(of password: String, roundExponent: Int, salt: Data) {
    self.roundExponent = roundExponent
    self.salt = salt
    // What can fail is the choice of parameters, and those are ours.
    let key = try? KDF.Scrypt.deriveKey(
      from: Data(password.precomposedStringWithCanonicalMapping.utf8), salt: salt, outputByteCount: Self.keyByteCount,
      rounds: 1 << roundExponent, blockSize: Self.blockSize, parallelism: 1)
    guard let key else { preconditionFailure("scrypt refused 2^\(roundExponent) rounds") }
    self.key = key.bytes
  }

  /// Reads a stored hash; `nil` for anything else.
  public init?(_ stored: String) {
    let parts = stored.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "scrypt", let exponent = Int(parts[1]), Self.roundExponents.contains(exponent),
      parts[2] == "\(Self.blockSize)", parts[3] == "1", let salt = Data(base64Encoded: String(parts[4])),
      let key = Data(base64Encoded: String(parts[5])), key.count == Self.keyByteCount
    else { return nil }
    roundExponent = exponent
    self.salt = salt
    self.key = key
  }

  public var description: String {
    "scrypt$\(roundExponent)$\(Self.blockSize)$1$\(salt.base64EncodedString())$\(key.base64EncodedString())"
  }

  /// Whether it is the password, in a time that does not depend on how much of it is right.
  ///
  /// - Complexity: that of hashing.
  public func isOf(_ password: String) -> Bool {
    SignedLink.isEqual(Self(of: password, roundExponent: roundExponent, salt: salt).key, key)
  }
}
