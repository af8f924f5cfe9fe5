/// The two languages that are bridged.
public enum BridgeLanguage: String, CaseIterable, Hashable, Sendable, Codable {
  case korean
  case english

  public var other: BridgeLanguage { self == .korean ? .english : .korean }

  /// The language of a word as the analyser writes it: Hangul is Korean, Latin letters are English, numbers and other
  /// scripts are neither.
  public static func ofTerm(_ bytes: some Collection<UInt8>) -> BridgeLanguage? {
    var isLatin = false
    for byte in bytes {
      // Hangul syllables U+AC00 ... U+D7A3 begin with EA ... ED; Ideographs begin with E4 ... E9.
      if (0xEA...0xED).contains(byte) { return .korean }
      if byte >= 0xE3 { return nil }
      if (0x61...0x7A).contains(byte) || byte >= 0xC3 { isLatin = true }
    }
    return isLatin ? .english : nil
  }
}
