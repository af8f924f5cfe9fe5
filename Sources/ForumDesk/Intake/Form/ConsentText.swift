/// What somebody is asked to agree to, as 개인정보 보호법 (articles 15 and 17) wants it said: who gets what, for which purpose
/// and for how long, that one may refuse and what follows then.
public struct ConsentText: Hashable, Sendable {
  /// The code of the recipient: `forum`, `partners`, `training`.
  public var recipient: String
  public var recipientName: Bilingual
  public var purpose: Bilingual
  /// What is given: `name`, `email`, `phone`, `position`, `department`, `application`.
  public var items: [String]
  public var itemNames: Bilingual
  /// How long it is kept, in words.
  public var period: Bilingual
  /// After so many days the consent ends.
  public var keptDays: Int
  /// That refusing is possible, and what follows.
  public var refusal: Bilingual
  /// What stands beside the box.
  public var statement: Bilingual
  /// From 1; to be raised with every change of the texts.
  public var version: Int

  public init(
    recipient: String, recipientName: Bilingual, purpose: Bilingual, items: [String], itemNames: Bilingual,
    period: Bilingual, keptDays: Int, refusal: Bilingual, statement: Bilingual, version: Int
  ) {
    self.recipient = recipient
    self.recipientName = recipientName
    self.purpose = purpose
    self.items = items
    self.itemNames = itemNames
    self.period = period
    self.keptDays = keptDays
    self.refusal = refusal
    self.statement = statement
    self.version = version
  }

  /// The version and digest that the record of a consent keeps.
  public var wording: ConsentWording {
    let texts = [recipientName, purpose, itemNames, period, refusal, statement]
    let parts =
      ["v\(version)", recipient, items.joined(separator: ","), "\(keptDays)"]
      + texts.map(\.korean) + texts.map(\.english)
    return ConsentWording(version: version, of: parts.joined(separator: "\n"))
  }
}
