import GRDB

/// Rows of contacts.
enum ContactRows {
  static func set(_ contact: ContactDetails, receipt: String, in database: Database) throws {
    try StoredApplication.requireUnpurged(receipt, in: database)
    try database.insert(
      into: "contact",
      [
        "receipt": receipt, "person_name": contact.personName, "email": contact.email, "phone": contact.phone,
        "position": contact.position, "department": contact.department,
      ], replacing: true)
  }

  static func fetch(_ receipt: String, in database: Database) throws -> ContactDetails? {
    try database.row("SELECT * FROM contact WHERE receipt = ?", [receipt]).map {
      ContactDetails(
        receipt: try $0.value("receipt"), personName: try $0.value("person_name"), email: try $0.value("email"),
        phone: try $0.value("phone"), position: try $0.value("position"), department: try $0.value("department"))
    }
  }
}
