/// What is known of an application when its partners are ranked.
public struct PartnerQuery: Sendable {
  /// A piece of evidence that speaks to the application's text.
  public struct RetrievedEvidence: Hashable, Sendable {
    public var evidence: UInt32
    /// Retrieval score divided by the best one's, in 0...1.
    public var relevance: Double

    public init(evidence: UInt32, relevance: Double) {
      self.evidence = evidence
      self.relevance = relevance
    }
  }

  /// A term of the application's text in the retrieved evidence.
  public struct Term: Hashable, Sendable {
    /// How much the term says: its weight in the query times that of the term.
    public var weight: Double
    /// Which lengths of ``OrganizationTexts`` its frequencies are measured against.
    public var stream: Int
    /// Which of ``PartnerQuery/places`` and ``PartnerQuery/frequencies`` are the term's.
    public var occurrences: Range<Int>

    public init(weight: Double, stream: Int, occurrences: Range<Int>) {
      self.weight = weight
      self.stream = stream
      self.occurrences = occurrences
    }
  }

  /// How strongly the application's text names an organisation; each in 0...1.
  public struct Mention: Hashable, Sendable {
    public var organization: UInt32
    /// By a word of its names.
    public var name: Double
    /// By its acronym or short name.
    public var shortName: Double
    /// By its city.
    public var city: Double

    public init(organization: UInt32, name: Double = 0, shortName: Double = 0, city: Double = 0) {
      self.organization = organization
      self.name = name
      self.shortName = shortName
      self.city = city
    }
  }

  /// The applicant's number; `nil` for a body that the workspace does not know.
  public var applicant: UInt32?
  /// The applicant's country as a number of ``OrganizationTexts/countries``.
  public var country: UInt16?
  /// The applicant's kind as an index of ``KindTable``.
  public var kind = KindTable.index(of: nil)
  /// The best evidence for the text, best first.
  public var evidence: [RetrievedEvidence]
  public var terms: [Term]
  /// The terms' occurrences, term after term: in which piece of ``evidence``, by its place, and how often (weighted, at
  /// least 1).
  public var places: [UInt32]
  public var frequencies: [UInt32]
  /// For each stated need the best evidence, best first.
  public var needs: [[RetrievedEvidence]] = []
  /// Each organisation at most once, ascending.
  public var mentions: [Mention] = []
  /// How strongly the text names each country, by its number in ``OrganizationTexts/countries``; may be shorter.
  public var countryMentions: [Double] = []

  public init(
    applicant: UInt32?, country: UInt16?, evidence: [RetrievedEvidence], terms: [Term] = [],
    places: [UInt32] = [], frequencies: [UInt32] = []
  ) {
    self.applicant = applicant
    self.country = country
    self.evidence = evidence
    self.terms = terms
    self.places = places
    self.frequencies = frequencies
  }
}

/// What ranking knows of every organisation beside the graph.
public struct OrganizationTexts: Sendable {
  /// Weighted length of all an organisation's evidence: `lengths[stream][organization]`.
  public let lengths: [[Double]]
  /// Mean over the organisations that have evidence, by stream; 1 where none has.
  let averageLengths: [Double]
  /// A number for each organisation's country, 0 for unknown.
  public let countries: [UInt16]
  /// A number for each organisation's city, 0 for unknown.
  let cities: [UInt32]
  /// An index of ``KindTable`` for each organisation's kind.
  let kinds: [UInt8]

  /// - Parameters:
  ///   - evidenceLengths: `evidenceLengths[stream][evidence]`.
  ///   - cities: empty where none is known.
  ///   - kinds: empty where none is known.
  /// - Complexity: linear in the graph.
  public init(
    graph: CollaborationGraph, evidenceLengths: [[UInt32]], countries: [UInt16], cities: [UInt32] = [],
    kinds: [UInt8] = []
  ) {
    precondition(countries.count == graph.organizationCount, "each organisation has a country, or 0")
    precondition(kinds.allSatisfy { Int($0) < KindTable.kinds.count }, "a kind is an index of the table")
    let unknownKind = UInt8(KindTable.index(of: nil))
    self.cities = cities.isEmpty ? Array(repeating: 0, count: graph.organizationCount) : cities
    self.kinds = kinds.isEmpty ? Array(repeating: unknownKind, count: graph.organizationCount) : kinds
    lengths = evidenceLengths.map { column in
      (0..<graph.organizationCount).map { organization in
        graph.evidence(of: UInt32(organization)).reduce(0) { $0 + Double(column[Int($1)]) }
      }
    }
    let active = (0..<graph.organizationCount).reduce(0) { $0 + (graph.degree(of: UInt32($1)) > 0 ? 1 : 0) }
    averageLengths = lengths.map { column in
      let total = column.reduce(0, +)
      return active == 0 || total == 0 ? 1 : total / Double(active)
    }
    self.countries = countries
  }
}
