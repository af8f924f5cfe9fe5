/// Leave that a person gave: who may have what, what for, until when, and how that is proved.
public struct Consent: Hashable, Sendable, Codable {
  public enum Method: String, CaseIterable, Hashable, Sendable, Codable {
    case web
    case paper
    case imported
    /// Told to staff.
    case staff
  }

  /// Recipients that are no single organisation.
  public static let forum = "forum"
  /// Every organisation with which both sides have agreed to an introduction; what is no contact, every organisation.
  public static let partners = "partners"
  public static let training = "training"

  /// All items that a consent can name.
  public static let items = ["name", "email", "phone", "position", "department", "application"]

  /// 0 until ``ForumStore`` has given one.
  public var id: Int64
  public var receipt: String
  /// "forum", "partners", "training" or an organisation's id.
  public var recipient: String
  public var purpose: String
  /// Some of ``items``.
  public var items: [String]
  /// The consent is over from this moment on.
  public var validUntil: ForumTime
  public var method: Method
  /// The version of the wording and a digest of what was agreed to. Removed by a purge.
  public var proof: String
  public var given: ForumTime
  public var withdrawn: ForumTime?

  public init(
    id: Int64 = 0, receipt: String = "", recipient: String, purpose: String, items: [String], validUntil: ForumTime,
    method: Method, proof: String = "", given: ForumTime, withdrawn: ForumTime? = nil
  ) {
    self.id = id
    self.receipt = receipt
    self.recipient = recipient
    self.purpose = purpose
    self.items = items
    self.validUntil = validUntil
    self.method = method
    self.proof = proof
    self.given = given
    self.withdrawn = withdrawn
  }

  /// Whether it holds at a moment: given, not over, not withdrawn.
  public func isLive(at time: ForumTime) -> Bool {
    given <= time && time < validUntil && withdrawn.map { time < $0 } != false
  }
}
