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

  init(version: Int, of text: String) { self.init(version: version, digest: TextDigest.of(text)) }

  /// `v1 sha256:...`: what the record of a consent keeps as its proof.
  public var description: String { "v\(version) sha256:\(digest)" }
}
