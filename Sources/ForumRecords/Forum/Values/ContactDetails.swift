/// Who can be reached about an application: personal data, kept in a table of their own and nowhere else.
public struct ContactDetails: Hashable, Sendable, Codable {
  public var receipt: String
  public var personName: String
  public var email: String?
  public var phone: String?
  public var position: String?
  public var department: String?

  public init(
    receipt: String = "", personName: String, email: String? = nil, phone: String? = nil, position: String? = nil,
    department: String? = nil
  ) {
    self.receipt = receipt
    self.personName = personName
    self.email = email
    self.phone = phone
    self.position = position
    self.department = department
  }

  /// The same with only those items that are named: `name`, `email`, `phone`, `position`, `department`.
  public func limited(to items: [String]) -> ContactDetails {
    ContactDetails(
      receipt: receipt, personName: items.contains("name") ? personName : "",
      email: items.contains("email") ? email : nil, phone: items.contains("phone") ? phone : nil,
      position: items.contains("position") ? position : nil,
      department: items.contains("department") ? department : nil)
  }
}
