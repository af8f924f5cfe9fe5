import ResearchFields

/// How finely a landscape tells fields apart.
public enum LandscapeLevel: String, CaseIterable, Hashable, Sendable {
  /// The first level alone: quantum, bio and health, artificial intelligence ...
  case areas
  /// Both levels, as they were told.
  case fields

  func field(of field: String?, in list: FieldList) -> String? {
    guard let field else { return nil }
    return self == .areas ? list[field]?.parentID ?? field : field
  }
}
