/// What a purge removed. Holds no personal data.
public struct PurgeReport: Hashable, Sendable, Codable {
  public var time: ForumTime
  public var actor: String
  public var scope: PurgeScope
  /// In order.
  public var receipts: [String]
  public var contactCount = 0
  public var consentProofCount = 0
  public var counsellingNoteCount = 0
  public var introductionNoteCount = 0
  public var partnerNoteCount = 0
  public var suggestionCount = 0
  public var revisionCount = 0
  /// Whether nothing of it is left in the bytes of the files. `false` while another process still reads what was there
  /// before; ``ForumStore/eraseRemains()`` tries again, and so does the next purge and the next opening.
  public var isErased = false

  public init(time: ForumTime, actor: String, scope: PurgeScope, receipts: [String]) {
    self.time = time
    self.actor = actor
    self.scope = scope
    self.receipts = receipts
  }
}
