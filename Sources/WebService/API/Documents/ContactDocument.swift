import ForumRecords

/// What a live consent lets the client have of whom to reach, with the entry of the ledger that was written for it.
struct ContactDocument: Encodable, Sendable {
  var receipt: String
  var recipient: String
  var purpose: String
  var items: [String]
  var provision: Int64
  var provided: String
  var name: String?
  var email: String?
  var phone: String?
  var position: String?
  var department: String?

  init(_ provided: ProvidedDetails) {
    let provision = provided.provision
    receipt = provision.receipt
    recipient = provision.recipient
    purpose = provision.purpose
    items = provision.items
    self.provision = provision.id
    self.provided = provision.time.document
    name = provided.contact.flatMap { $0.personName.isEmpty ? nil : $0.personName }
    email = provided.contact?.email
    phone = provided.contact?.phone
    position = provided.contact?.position
    department = provided.contact?.department
  }

  static let schema = JSONSchema.object(
    [
      "receipt": .string(), "recipient": .string(), "purpose": .string(),
      "items": .list(of: .oneOf(Consent.items), "What was provided, as far as it is known."),
      "provision": .integer(1...Int.max, "The entry of the ledger."), "provided": .time,
    ],
    optional: [
      "name": .string(), "email": .string(), "phone": .string(), "position": .string(), "department": .string(),
    ], "Personal data: to be used for the purpose alone, and not to be kept beyond it.")
}
