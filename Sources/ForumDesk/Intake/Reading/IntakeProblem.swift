/// What is wrong with an answer, or was changed in it.
public struct IntakeProblem: Hashable, Sendable {
  public var key: IntakeKey
  /// Which of several values it is about, from 0; `nil` for the field as a whole.
  public var place: Int?
  /// Says what to do.
  public var message: Bilingual

  public init(_ key: IntakeKey, place: Int? = nil, _ message: Bilingual) {
    self.key = key
    self.place = place
    self.message = message
  }
}
