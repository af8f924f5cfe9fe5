/// Questions that belong together.
public struct IntakeSection: Hashable, Sendable {
  /// Names the section in anchors.
  public var key: String
  public var title: Bilingual
  public var note: Bilingual?
  /// When any of its questions is asked.
  public var relevant: IntakeCondition
  public var fields: [IntakeField]

  public init(
    _ key: String, _ title: Bilingual, note: Bilingual? = nil, relevant: IntakeCondition = .always,
    fields: [IntakeField]
  ) {
    self.key = key
    self.title = title
    self.note = note
    self.relevant = relevant
    self.fields = fields
  }
}
