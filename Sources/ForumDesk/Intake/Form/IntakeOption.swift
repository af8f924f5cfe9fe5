/// One of the values that a field offers.
public struct IntakeOption: Hashable, Sendable {
  /// What answers hold.
  public var value: String
  public var label: Bilingual
  /// What options are grouped under, where there are many.
  public var group: Bilingual?
  /// Other words for it, as exports of form services hold them: without blanks and punctuation, in lower case.
  public var synonyms: [String]

  public init(_ value: String, _ label: Bilingual, group: Bilingual? = nil, synonyms: [String] = []) {
    self.value = value
    self.label = label
    self.group = group
    self.synonyms = synonyms
  }
}
