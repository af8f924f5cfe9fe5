/// A set of documents whose recall is looked at by itself, for instance newcomers.
public struct DocumentSubset: Sendable {
  private var documents: Set<TrecIdentifier> = []

  public init(_ documents: some Sequence<TrecIdentifier>) { self.documents = Set(documents) }

  /// Reads ids separated by blanks or line ends.
  public init(file path: String) throws(EvaluationError) {
    try TrecFile(name: path).forEachLine { (_, fields) throws(EvaluationError) in
      for field in fields { documents.insert(TrecIdentifier(field)) }
    }
  }

  public func contains(_ document: TrecIdentifier) -> Bool { documents.contains(document) }
}
