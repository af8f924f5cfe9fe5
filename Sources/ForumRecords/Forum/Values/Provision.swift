/// An entry of the ledger: what was given to whom, what for, and by which consent. Outlives a purge: it names no person.
public struct Provision: Hashable, Sendable, Codable {
  public var id: Int64
  public var receipt: String
  public var recipient: String
  /// What the recipient is called, where it is an organisation.
  public var recipientName: String?
  public var purpose: String
  public var items: [String]
  public var consentID: Int64
  public var time: ForumTime
  public var actor: String

  public init(
    id: Int64 = 0, receipt: String, recipient: String, recipientName: String? = nil, purpose: String, items: [String],
    consentID: Int64, time: ForumTime, actor: String
  ) {
    self.id = id
    self.receipt = receipt
    self.recipient = recipient
    self.recipientName = recipientName
    self.purpose = purpose
    self.items = items
    self.consentID = consentID
    self.time = time
    self.actor = actor
  }
}
