/// The word lists and tables that every scanner reads, behind one reference.
final class AnalysisVocabulary: Sendable {
  static let shared = AnalysisVocabulary()

  let folds = ScalarFolds.shared
  let stemmer = EnglishStemmer.shared
  let englishStopWords = EnglishStopWords.set
  let koreanStopWords = KoreanStopWords.set
  let koreanEndings = KoreanEndings.shared

  private init() {}
}
