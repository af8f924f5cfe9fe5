/// A code of a published classification, as a source gives it.
public struct ClassificationCode: Hashable, Sendable {
  public enum Scheme: String, CaseIterable, Hashable, Sendable {
    /// 국가과학기술표준분류: `NB`, `EE0408`.
    case koreanStandard = "KSTC"
    /// International Patent Classification: `G06N 10/40`.
    case patents = "IPC"
    /// The European Science Vocabulary, by title.
    case euroSciVoc = "EUROSCIVOC"
    /// OECD Fields of Science: `1.3`.
    case oecd = "FOS"
  }

  public var scheme: Scheme
  /// For euroSciVoc the title, or the path of titles.
  public var code: String
  /// What the source calls it. Korean codes in the wild are unreliable: a known name counts before the code.
  public var name: String?

  public init(scheme: Scheme, code: String, name: String? = nil) {
    self.scheme = scheme
    self.code = code
    self.name = name
  }
}
