/// The same said in Korean and in English: the titles of a record, a keyword and its translation, an organisation's names.
public struct ParallelText: Hashable, Sendable {
  public var korean: String
  public var english: String

  public init(korean: String, english: String) {
    self.korean = korean
    self.english = english
  }
}
