import Retrieval
import SearchIndex
import TextAnalysis

/// The numbers that a workspace is built and searched with unless it says otherwise, each found by measurement on
/// the development sets.
enum RankingDefaults {
  static let schema = IndexSchema(
    titleWeight: 2, textWeight: 1, keywordsWeight: 2, words: .init(k1: 1.2, b: 0.75), syllables: .init(k1: 1.2, b: 0.75)
  )

  static let model = ScoringModel(wordWeight: 1, syllableWeight: 1.3)

  /// Every field counts once, with the constants that other engines have out of the box: what the analysers that
  /// exist for comparisons are given.
  static let plainSchema = IndexSchema(
    titleWeight: 1, textWeight: 1, keywordsWeight: 1, words: .init(k1: 1.2, b: 0.75), syllables: .init(k1: 1.2, b: 0.75)
  )

  static func configuration(analyzer: AnalyzerIdentity) -> IndexConfiguration {
    let isDefault = analyzer.name == AnalyzerCatalog.names.first
    return IndexConfiguration(analyzer: analyzer, schema: isDefault ? schema : plainSchema)
  }
}
