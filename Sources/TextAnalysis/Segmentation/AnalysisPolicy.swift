/// What an analyser does with the words that segmentation finds.
struct AnalysisPolicy: Sendable {
  /// English words are stemmed, and English and Korean stop words give no term.
  var reducesWords: Bool
  /// Korean words lose their particle or ending.
  var stripsKoreanEndings: Bool
  /// Korean, Chinese and Japanese words of two characters and more are terms as a whole, beside their pairs.
  var keepsSyllabicWords: Bool

  static let standard = AnalysisPolicy(reducesWords: true, stripsKoreanEndings: true, keepsSyllabicWords: true)
  static let syllableBigrams = AnalysisPolicy(
    reducesWords: false, stripsKoreanEndings: false, keepsSyllabicWords: false)
}
