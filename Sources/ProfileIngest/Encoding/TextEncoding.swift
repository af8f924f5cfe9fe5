/// How the letters of a file are written in bytes.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Microsoft's extension of EUC-KR to all 11,172 syllables (UHC); files that declare EUC-KR hold it very often.
  case cp949
  case windows1252 = "windows-1252"

  /// The encoding of a name that a user or a file gives.
  public init?(named name: String) {
    switch name.lowercased().filter({ $0 != "_" && $0 != "-" && $0 != " " }) {
    case "utf8", "unicode", "usascii", "ascii": self = .utf8
    case "utf16", "utf16le", "ucs2": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "cp949", "euckr", "uhc", "ms949", "windows949", "ksc56011987", "ksx1001", "korean", "949": self = .cp949
    case "windows1252", "cp1252", "latin1", "iso88591": self = .windows1252
    default: return nil
    }
  }

  /// What users know it by.
  public var displayName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 (little-endian)"
    case .utf16BigEndian: "UTF-16 (big-endian)"
    case .cp949: "CP949 (extended EUC-KR)"
    case .windows1252: "Windows-1252 (Latin-1)"
    }
  }
}
