import GRDB
import ResearchProfiles

/// Rows of suggestions, of answers to them, and of officers' marks and notes.
enum SuggestionRows {
  static func add(_ suggestion: Suggestion, in database: Database) throws {
    try database.insert(
      into: "suggestion",
      [
        "receipt": suggestion.receipt, "organization": suggestion.organization.rawValue, "rank": suggestion.rank,
        "score": suggestion.score, "level": suggestion.level.rawValue, "reasons": suggestion.reasons,
        "made": suggestion.made.secondsSinceEpoch, "policy_hash": suggestion.policyHash,
        "is_released": suggestion.isReleased,
      ])
  }

  static func fetch(_ receipt: String, releasedOnly: Bool, in database: Database) throws -> [Suggestion] {
    try database.rows(
      "SELECT * FROM suggestion WHERE receipt = ?\(releasedOnly ? " AND is_released" : "") ORDER BY rank, organization",
      [receipt]
    ).map {
      Suggestion(
        receipt: try $0.value("receipt"), organization: OrganizationID(try $0.value("organization")),
        rank: try $0.value("rank"), score: try $0.value("score"), level: try $0.name("level"),
        reasons: try $0.value("reasons"), made: try $0.time("made"), policyHash: try $0.value("policy_hash"),
        isReleased: try $0.value("is_released"))
    }
  }

  static func readInterest(_ columns: ForumColumns) throws -> Interest {
    Interest(
      receipt: try columns.value("receipt"), organization: OrganizationID(try columns.value("organization")),
      answer: try columns.name("answer"), reason: try columns.value("reason"), time: try columns.time("time"))
  }

  static func readMark(_ columns: ForumColumns) throws -> PartnerMark {
    PartnerMark(
      receipt: try columns.value("receipt"), organization: OrganizationID(try columns.value("organization")),
      kind: try columns.name("kind"), by: try columns.value("by"), time: try columns.time("time"))
  }

  static func readNote(_ columns: ForumColumns) throws -> PartnerNote {
    PartnerNote(
      id: try columns.integer("id"), receipt: try columns.value("receipt"),
      organization: OrganizationID(try columns.value("organization")), text: try columns.value("text"),
      by: try columns.value("by"), time: try columns.time("time"))
  }
}
