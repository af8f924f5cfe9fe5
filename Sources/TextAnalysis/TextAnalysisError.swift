/// Why no analyser can be had for a name or for an index.
public enum TextAnalysisError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknownAnalyzer(name: String, known: [String])
  /// The index was written by another version of an analyser of this build.
  case versionMismatch(found: AnalyzerIdentity, supported: AnalyzerIdentity)

  public var description: String {
    switch self {
    case .unknownAnalyzer(let name, let known):
      "there is no analyser \"\(name)\": choose one of \(known.joined(separator: ", "))"
    case .versionMismatch(let found, let supported):
      "index was made by \(found), this build has \(supported): run `moim reindex`"
    }
  }
}
