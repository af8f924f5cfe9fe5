/// A consent that was given on the form.
public struct IntakeConsent: Hashable, Sendable {
  public var key: IntakeKey
  public var text: ConsentText

  public init(key: IntakeKey, text: ConsentText) {
    self.key = key
    self.text = text
  }
}
