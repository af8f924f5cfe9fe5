public import TextAnalysis

/// The analysers of an index: one for all fields, and others for single ones.
public struct FieldAnalyzers: Sendable {
  private let standard: any TextAnalyzer
  private let byField: [DocumentField: any TextAnalyzer]

  public init(_ standard: any TextAnalyzer, byField: [DocumentField: any TextAnalyzer] = [:]) {
    self.standard = standard
    self.byField = byField
  }

  public subscript(field: DocumentField) -> any TextAnalyzer { byField[field] ?? standard }

  /// Whether these are the analysers that a configuration names, field by field.
  func agree(with configuration: IndexConfiguration) -> Bool {
    DocumentField.allCases.allSatisfy { self[$0].identity == configuration.analyzer(of: $0) }
  }
}
