/// The analysers of this build, by name.
public enum AnalyzerCatalog {
  private static let analyzers: [any TextAnalyzer] = [
    StandardAnalyzer(), WhitespaceAnalyzer(), SyllableBigramAnalyzer(),
  ]

  /// The names, the default first.
  public static var names: [String] { analyzers.map(\.identity.name) }

  public static func analyzer(named name: String) -> (any TextAnalyzer)? {
    analyzers.first { $0.identity.name == name }
  }

  /// The analyser that an index was written with.
  /// - Throws: ``TextAnalysisError`` if this build has none of that name, or another version.
  public static func analyzer(for identity: AnalyzerIdentity) throws(TextAnalysisError) -> any TextAnalyzer {
    guard let analyzer = analyzer(named: identity.name) else {
      throw .unknownAnalyzer(name: identity.name, known: names)
    }
    guard analyzer.identity == identity else {
      throw .versionMismatch(found: identity, supported: analyzer.identity)
    }
    return analyzer
  }
}
