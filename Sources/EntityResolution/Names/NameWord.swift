/// What a word says in the name of a body.
public struct NameWord: Hashable, Sendable {
  public enum Role: UInt8, Hashable, Sendable {
    /// Tells this body from others.
    case distinctive
    /// Says what sort of body it is, as hundreds do: university, national, technology.
    case generic
    /// Says that it is a part of a body, or one beside it: hospital, laboratory, press.
    case unit
    /// A number, which two names never differ in by mistake.
    case number
  }

  /// Folded; words that mean the same in several languages are one.
  public let text: String
  public let role: Role
  /// The number of letters: what a typing error may touch.
  public let letterCount: UInt8

  init(_ text: String, role: Role, letterCount: Int) {
    self.text = text
    self.role = role
    self.letterCount = UInt8(clamping: letterCount)
  }

  /// In thousandths; what a name's words weigh together is what there is to agree on.
  public var weight: Int {
    switch role {
    case .distinctive: letterCount >= 3 ? 1000 : 600
    case .generic: 300
    case .unit: 350
    case .number: 500
    }
  }
}
