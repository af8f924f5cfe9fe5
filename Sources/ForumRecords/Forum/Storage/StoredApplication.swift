import GRDB
import ResearchProfiles

/// How an application lies in its row: the columns that lists are made by, and all of it as JSON.
enum StoredApplication {
  /// Its columns decide over the same facts in the content.
  static func read(_ columns: ForumColumns) throws -> ForumApplication {
    var application: ForumApplication = try columns.content("content")
    application.receipt = try columns.value("receipt")
    application.application.id = application.receipt
    application.submitted = try columns.time("submitted")
    application.updated = try columns.time("updated")
    application.channel = try columns.name("channel")
    application.status = try columns.name("status")
    application.revision = try columns.value("revision")
    return application
  }

  static func fetch(_ receipt: String, in database: Database) throws -> ForumApplication? {
    try database.row("SELECT * FROM application WHERE receipt = ?", [receipt]).map(read)
  }

  /// The application, or the error that says there is none.
  static func require(_ receipt: String, in database: Database) throws -> ForumApplication {
    guard let application = try fetch(receipt, in: database) else {
      throw ForumStoreError.unknown(kind: "application", id: receipt)
    }
    return application
  }

  /// Throws where there is no such application.
  static func requireKnown(_ receipt: String, in database: Database) throws {
    guard try database.exists("SELECT 1 FROM application WHERE receipt = ?", [receipt]) else {
      throw ForumStoreError.unknown(kind: "application", id: receipt)
    }
  }

  /// Throws where there is no such application, or where its personal data were removed.
  static func requireUnpurged(_ receipt: String, in database: Database) throws {
    guard let columns = try database.row("SELECT purged FROM application WHERE receipt = ?", [receipt]) else {
      throw ForumStoreError.unknown(kind: "application", id: receipt)
    }
    if try columns.optionalTime("purged") != nil { throw ForumStoreError.purged(receipt: receipt) }
  }

  static func insert(_ application: ForumApplication, in database: Database) throws {
    try database.insert(into: "application", values(of: application, content: ForumContent.text(application)))
  }

  static func update(_ application: ForumApplication, in database: Database) throws {
    let content = try ForumContent.text(application)
    let values = values(of: application, content: content)
    let assignments = values.map { "\($0.key) = ?" }.joined(separator: ", ")
    try database.change(
      "UPDATE application SET \(assignments) WHERE receipt = ?",
      values.map(\.value) + [application.receipt])
  }

  /// Keeps what is about to be replaced.
  static func keepRevision(
    of application: ForumApplication, replaced: ForumTime, by actor: String, in database: Database
  ) throws {
    try database.insert(
      into: "application_revision",
      [
        "receipt": application.receipt, "revision": application.revision, "replaced": replaced.secondsSinceEpoch,
        "by": actor, "content": try ForumContent.text(application),
      ])
  }

  /// Values that no form gives.
  static func check(_ application: ForumApplication) throws(ForumStoreError) {
    if let level = application.readinessLevel, !(1...9).contains(level) {
      throw .invalid(field: "readinessLevel", reason: "\(level) is not in 1...9")
    }
    if let budget = application.budgetMillionWon, budget < 0 {
      throw .invalid(field: "budgetMillionWon", reason: "it is negative")
    }
    if application.sourceKey?.isEmpty == true { throw .invalid(field: "sourceKey", reason: "it is empty") }
  }

  private static func values(of application: ForumApplication, content: String) -> Database.ColumnValues {
    [
      "receipt": application.receipt, "submitted": application.submitted.secondsSinceEpoch,
      "updated": application.updated.secondsSinceEpoch, "channel": application.channel.rawValue,
      "status": application.status.rawValue, "applicant": application.application.applicant?.id?.rawValue,
      "applicant_kind": application.application.applicant?.kind?.rawValue,
      "country": application.application.applicant?.country, "region": application.region, "field": application.field,
      "is_commercialisation": application.courses.contains(.commercialisation),
      "is_industry": application.courses.contains(.industry),
      "wants_joint_research": application.wantsJointResearch, "wants_counselling": application.wantsCounselling,
      "revision": application.revision, "content": content,
    ]
  }
}
