public import TextAnalysis

/// A term of a query and how much it counts.
public struct WeightedTerm: Hashable, Sendable {
  public var stream: TermStream
  /// UTF-8.
  public var bytes: [UInt8]
  /// Factor of the term's score: its (capped) frequency in the query times whatever the caller knows of it; > 0.
  public var weight: Float

  public init(stream: TermStream, bytes: [UInt8], weight: Float) {
    self.stream = stream
    self.bytes = bytes
    self.weight = weight
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it is a word that begins with an ASCII letter.
  var isLatinWord: Bool {
    guard stream == .word, let first = bytes.first else { return false }
    return (0x61...0x7A).contains(first | 0x20)
  }
}

/// What to search for. Documents score by the terms they hold; phrases and filters only admit or refuse.
public struct TermQuery: Hashable, Sendable {
  /// Each stream and term at most once, in a fixed order.
  public var terms: [WeightedTerm]
  /// Phrases that a document must hold.
  public var required: [Phrase]
  /// Phrases that a document must not hold.
  public var excluded: [Phrase]
  public var filter: AttributeFilter

  public init(
    terms: [WeightedTerm], required: [Phrase] = [], excluded: [Phrase] = [], filter: AttributeFilter = AttributeFilter()
  ) {
    self.terms = terms
    self.required = required
    self.excluded = excluded
    self.filter = filter
  }

  /// Whether no document can be found by it.
  public var isEmpty: Bool { terms.isEmpty }
}

/// Wanted values for each attribute of a collection, by the attribute's place; an empty set wants anything.
public struct AttributeFilter: Hashable, Sendable {
  public var wanted: [Set<String>]
  /// What one of a document's combinations, the same or another one, must satisfy besides.
  public var alsoWanted: [Set<String>]
  /// Days since 1970-01-01 that are wanted; then documents without a day are not.
  public var days: ClosedRange<Int32>?

  public init(
    _ wanted: [Set<String>] = [], also alsoWanted: [Set<String>] = [], days: ClosedRange<Int32>? = nil
  ) {
    self.wanted = wanted
    self.alsoWanted = alsoWanted
    self.days = days
  }

  public var isEmpty: Bool {
    days == nil && wanted.allSatisfy(\.isEmpty) && alsoWanted.allSatisfy(\.isEmpty)
  }

  /// The filters of one combination each that a document must all satisfy.
  var parts: [AttributeFilter] {
    [AttributeFilter(wanted), AttributeFilter(alsoWanted)].filter { !$0.isEmpty }
  }

  /// Whether ``wanted`` admits a combination, whatever the day.
  public func admits(_ combination: [String]) -> Bool {
    for (place, values) in wanted.enumerated() where !values.isEmpty {
      guard place < combination.count, values.contains(combination[place]) else { return false }
    }
    return true
  }
}
