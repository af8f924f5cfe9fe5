/// Which of an analyser's two vocabularies a term belongs to. Each has its own document lengths and statistics.
public enum TermStream: UInt8, CaseIterable, Hashable, Sendable, Codable {
  /// Whole words: stemmed English, Korean words without their particle or ending, numbers, model names.
  case word = 0
  /// Overlapping syllable pairs of Korean words and across the blank between two of them, and character pairs of Chinese
  /// and Japanese words.
  case syllable = 1
}
