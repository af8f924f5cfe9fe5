/// Classifications of research whose codes lead to a field of Moim's own list, by the name that a code carries as its scheme.
public enum ClassificationScheme: String, CaseIterable, Hashable, Sendable {
  /// 국가과학기술표준분류: `NB`, `EE0408`.
  case koreanStandard = "KSTC"
  /// International Patent Classification: `G06N 10/40`.
  case patents = "IPC"
  /// The European Science Vocabulary, by title or by the path of titles.
  case euroSciVoc = "EUROSCIVOC"
  /// OECD Fields of Science: `1.3`.
  case oecd = "FOS"
}
