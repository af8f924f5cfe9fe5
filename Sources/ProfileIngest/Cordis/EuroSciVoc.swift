import ResearchProfiles

/// CORDIS's fields of science.
enum EuroSciVoc {
  /// - Parameters:
  ///   - path: titles from the widest to the narrowest, with `/` before each; counts before the title.
  ///   - title: that of the narrowest.
  /// - Returns: `nil` where there is neither.
  static func code(path: String, title: String) -> ClassificationCode? {
    let code = path.isEmpty ? title : path
    return code.isEmpty ? nil : ClassificationCode(scheme: .euroSciVoc, code: code)
  }
}
