import GRDB
import ResearchProfiles

/// Rows of introductions.
enum IntroductionRows {
  static func read(_ columns: ForumColumns) throws -> Introduction {
    Introduction(
      id: try columns.integer("id"), receipt: try columns.value("receipt"),
      organization: OrganizationID(try columns.value("organization")),
      partnerReceipt: try columns.value("partner_receipt"), state: try columns.name("state"),
      applicantAnswer: try answer("applicant", in: columns), partnerAnswer: try answer("partner", in: columns),
      created: try columns.time("created"), by: try columns.value("by"))
  }

  private static func answer(_ side: String, in columns: ForumColumns) throws -> IntroductionAnswer? {
    guard let answer: InterestAnswer = try columns.optionalName(side + "_answer") else { return nil }
    return IntroductionAnswer(
      answer: answer, time: try columns.time(side + "_time"), means: try columns.name(side + "_means"),
      by: try columns.value(side + "_by"))
  }

  static func fetch(_ id: Int64, in database: Database) throws -> Introduction? {
    try database.row("SELECT * FROM introduction WHERE id = ?", [id]).map(read)
  }

  static func require(_ id: Int64, in database: Database) throws -> Introduction {
    guard let introduction = try fetch(id, in: database) else {
      throw ForumStoreError.unknown(kind: "introduction", id: String(id))
    }
    return introduction
  }

  static func wrongState(_ introduction: Introduction) -> ForumStoreError {
    .wrongState(kind: "introduction", id: String(introduction.id), state: introduction.state.rawValue)
  }

  /// Writes its state and its answers.
  static func update(_ introduction: Introduction, in database: Database) throws {
    let (applicant, partner) = (introduction.applicantAnswer, introduction.partnerAnswer)
    try database.change(
      """
      UPDATE introduction SET state = ?, applicant_answer = ?, applicant_time = ?, applicant_means = ?,
        applicant_by = ?, partner_answer = ?, partner_time = ?, partner_means = ?, partner_by = ? WHERE id = ?
      """,
      [
        introduction.state.rawValue, applicant?.answer.rawValue, applicant?.time.secondsSinceEpoch,
        applicant?.means.rawValue, applicant?.by, partner?.answer.rawValue, partner?.time.secondsSinceEpoch,
        partner?.means.rawValue, partner?.by, introduction.id,
      ])
  }
}
