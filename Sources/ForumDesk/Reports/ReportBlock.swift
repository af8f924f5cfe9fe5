/// A piece of a report.
public enum ReportBlock: Hashable, Sendable {
  case paragraph(Bilingual)
  /// A heading below the section's.
  case heading(Bilingual)
  case facts([ReportFact])
  case list([Bilingual])
  case table(ReportTable)
  /// Words of a source as they are, and where they stand.
  case quotation(text: String, source: Bilingual)
  /// A drawing; a table with the same numbers follows it.
  case chart(ReportChart)
}

/// A label with what it says.
public struct ReportFact: Hashable, Sendable {
  public var label: Bilingual
  public var value: Bilingual

  public init(_ label: Bilingual, _ value: Bilingual) {
    self.label = label
    self.value = value
  }

  /// The same in both languages: a name, a number.
  public init(_ label: Bilingual, _ value: String) { self.init(label, Bilingual(value, value)) }

  public init(_ label: Bilingual, _ number: Int) { self.init(label, "\(number)") }
}

/// Drawings that reports ask for.
public enum ReportChart: Hashable, Sendable {
  case demandAndSupply
  case demandByRegion
  case outcomes
}
