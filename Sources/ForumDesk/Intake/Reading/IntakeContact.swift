/// Personal data of who applies: kept apart from everything else.
public struct IntakeContact: Hashable, Sendable {
  public var personName: String
  public var position: String?
  public var department: String?
  public var email: String?
  /// Korean numbers with hyphens (`010-1234-5678`), others with a plus sign.
  public var phone: String?

  public init(
    personName: String, position: String? = nil, department: String? = nil, email: String? = nil, phone: String? = nil
  ) {
    self.personName = personName
    self.position = position
    self.department = department
    self.email = email
    self.phone = phone
  }
}
