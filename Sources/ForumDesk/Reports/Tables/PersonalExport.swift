public import ForumRecords
public import TableWriting

/// Applications with contacts, for one recipient and one purpose: only contacts with a live consent for that recipient, and of
/// each only the items that the consent names. Whoever hands the table over must enter ``provisions`` in the ledger first.
public struct PersonalExport: Sendable {
  public let recipient: String
  /// What the recipient is called, where it is an organisation.
  public let recipientName: String?
  public let purpose: String
  public let table: Table
  /// For the ledger, one for each row: without number and consent's time.
  public let provisions: [Provision]
  /// Applications left out because no live consent covers them.
  public let withheldReceipts: [String]

  /// - Parameters:
  ///   - recipient: "forum", "partners", "training" or an organisation's id, as consents name it.
  ///   - purpose: as consents state it; a consent for another purpose does not count.
  ///   - tables: the language, and the columns that are not personal.
  public init(
    recipient: String, recipientName: String? = nil, purpose: String, applications: [ForumApplication],
    contacts: [ContactDetails], consents: [Consent], at time: ForumTime, by actor: String, tables: ForumTables
  ) {
    self.recipient = recipient
    self.recipientName = recipientName
    self.purpose = purpose
    let contactsByReceipt = Dictionary(contacts.map { ($0.receipt, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [Row] = []
    var withheld: [String] = []
    for application in applications {
      // The latest, then the highest number: one row rests on one consent.
      let consent = consents.filter {
        $0.receipt == application.receipt && $0.recipient == recipient && $0.purpose == purpose && $0.isLive(at: time)
      }.max { ($0.given, $0.id) < ($1.given, $1.id) }
      let personalItems = consent?.items.filter { $0 != "application" } ?? []
      guard let consent, let contact = contactsByReceipt[application.receipt], !personalItems.isEmpty else {
        withheld.append(application.receipt)
        continue
      }
      rows.append(Row(application: application, contact: contact.limited(to: personalItems), consent: consent))
    }
    withheldReceipts = withheld
    provisions = rows.map { row in
      Provision(
        receipt: row.application.receipt, recipient: recipient, recipientName: recipientName, purpose: purpose,
        items: row.givenItems, consentID: row.consent.id, time: time, actor: actor)
    }
    var columns = Self.contactColumns(tables)
    columns.append(TableColumn("제공받는 자", "Recipient") { _ in tables.recipient(recipient, name: recipientName) })
    columns.append(TableColumn("제공 목적", "Purpose") { _ in .text(purpose) })
    columns.append(TableColumn("동의 번호", "Consent") { .number(Double($0.consent.id)) })
    columns.append(
      TableColumn("동의 유효기간", "Consent valid until") { .time($0.consent.validUntil.secondsSinceEpoch) })
    for column in tables.applicationColumns.dropFirst() {
      columns.append(
        TableColumn(column.heading.korean, column.heading.english) { row in
          row.consent.items.contains("application") ? column.cell(row.application) : .empty
        })
    }
    table = TableColumn.table(Bilingual("신청과 연락처", "Applications and contacts"), tables.language, rows, columns)
  }

  private struct Row {
    var application: ForumApplication
    var contact: ContactDetails
    var consent: Consent

    /// Items of the consent that the row really holds.
    var givenItems: [String] {
      let values = [
        "name": contact.personName, "email": contact.email, "phone": contact.phone, "position": contact.position,
        "department": contact.department, "application": application.receipt,
      ]
      return consent.items.filter { values[$0].flatMap { $0 }?.isEmpty == false }
    }
  }

  private static func contactColumns(_ tables: ForumTables) -> [TableColumn<Row>] {
    func given(_ text: String?) -> TableCell { text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
    return [
      TableColumn("접수번호", "Receipt") { .text($0.application.receipt) },
      TableColumn("이름", "Name") { given($0.contact.personName) },
      TableColumn("직위", "Position") { given($0.contact.position) },
      TableColumn("부서", "Department") { given($0.contact.department) },
      TableColumn("전자우편", "Email") { given($0.contact.email) },
      TableColumn("전화", "Telephone") { given($0.contact.phone) },
    ]
  }
}
