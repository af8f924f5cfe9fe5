import IndexStorage
public import ParallelExecution
public import SearchIndex

/// Documents of random words: few words are frequent and many rare, as in real text.
public struct RandomCorpus {
  public static let collection = "documents"
  public var random: SplitMix64
  public let vocabularyCount: Int

  public init(seed: UInt64, vocabularyCount: Int = 60) {
    random = SplitMix64(seed: seed)
    self.vocabularyCount = vocabularyCount
  }

  public mutating func word() -> String {
    let uniform = Double.random(in: 0..<1, using: &random)
    let rank = Int(Double(vocabularyCount) * uniform * uniform * uniform)
    return (rank % 3 == 0 ? "W" : "w") + String(rank)
  }

  public mutating func text(maximumWordCount: Int) -> String {
    (0..<Int.random(in: 0...maximumWordCount, using: &random)).map { _ in word() }.joined(separator: " ")
  }

  public mutating func document(id: String, maximumWordCount: Int = 40) -> IndexDocument {
    let combinations = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      [["x", "y", "z"].randomElement(using: &random) ?? "", ["p", "q"].randomElement(using: &random) ?? ""]
    }
    let links = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      DocumentLink(key: "k\(Int.random(in: 0..<20, using: &random))", role: UInt8.random(in: 0..<4, using: &random))
    }
    return IndexDocument(
      id: id,
      texts: [
        .init(field: .title, text: text(maximumWordCount: 5)),
        .init(field: .text, text: text(maximumWordCount: maximumWordCount)),
        .init(field: .keywords, text: text(maximumWordCount: 3)),
      ],
      attributes: combinations,
      day: Bool.random(using: &random) ? Int32.random(in: -100...20_000, using: &random) : nil,
      links: links, stored: Array("stored \(id)".utf8))
  }

  public static let configuration = IndexConfiguration(
    analyzer: LetterAnalyzer().identity,
    schema: IndexSchema(
      titleWeight: 2, textWeight: 1, keywordsWeight: 3, words: .init(k1: 1.2, b: 0.75),
      syllables: .init(k1: 0.9, b: 0.4)))

  public static func update(
    _ directory: IndexDirectory, executor: ParallelExecutor = .serial, memoryByteCount: Int = 1 << 20,
    _ body: (IndexUpdate) throws -> Void
  ) throws -> IndexSnapshot {
    let update = try IndexUpdate(
      directory: directory, configuration: configuration, analyzers: FieldAnalyzers(LetterAnalyzer()),
      executor: executor,
      memoryByteCount: memoryByteCount)
    try body(update)
    return try update.publish(sequence: 1)
  }
}
