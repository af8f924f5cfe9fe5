public import IndexStorage

/// Why an index cannot be used as asked.
public enum IndexError: Error, Equatable, Sendable, CustomStringConvertible {
  case storage(StorageError)
  /// A collection was made with another analyser or schema than this caller wants.
  case configurationMismatch(collection: String, found: IndexConfiguration, wanted: IndexConfiguration)

  public var description: String {
    switch self {
    case .storage(let error): error.description
    case .configurationMismatch(let collection, let found, let wanted):
      found.analyzer == wanted.analyzer && found.fieldAnalyzers == wanted.fieldAnalyzers
        ? "the index of \(collection) was made with other field weights; run 'moim reindex' to rebuild it"
        : "the index of \(collection) was made by analyser \(Self.analyzers(found)), not \(Self.analyzers(wanted)); "
          + "run 'moim reindex' to rebuild it"
    }
  }

  private static func analyzers(_ configuration: IndexConfiguration) -> String {
    let others = configuration.fieldAnalyzers.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { " (\($0.key): \($0.value))" }
    return "\(configuration.analyzer)\(others.joined())"
  }
}
