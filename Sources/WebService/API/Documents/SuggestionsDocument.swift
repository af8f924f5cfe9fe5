import ForumDesk
import ForumRecords
import PartnerDiscovery
import ResearchProfiles

/// The partners that are kept as suggestions for an application.
struct SuggestionsDocument: Encodable, Sendable {
  struct Reason: Encodable, Sendable {
    var en: String
    var ko: String
  }

  struct Evidence: Encodable, Sendable {
    var id: String
    var kind: String
    var title: String
    var year: Int?
    var role: String
    var passage: String?
    var terms: [String]
  }

  struct Item: Encodable, Sendable {
    var rank: Int
    var organization: OrganizationDocument
    var score: Double
    var level: String
    var made: String
    var policy: String
    var isReleased: Bool
    var answer: String?
    var marks: [String]
    var reasons: [Reason]
    var evidence: [Evidence]

    enum CodingKeys: String, CodingKey {
      case rank, organization, score, level, made, policy, answer, marks, reasons, evidence
      case isReleased = "is_released"
    }

    init(_ suggestion: Suggestion, _ organization: OrganizationSummary, interest: Interest?, marks: [PartnerMark]) {
      rank = suggestion.rank
      self.organization = OrganizationDocument(organization)
      score = suggestion.score
      level = suggestion.level.rawValue
      made = suggestion.made.document
      policy = suggestion.policyHash
      isReleased = suggestion.isReleased
      answer = interest?.answer.rawValue
      self.marks = marks.map(\.kind.rawValue)
      let kept = SuggestionReasons(json: suggestion.reasons)
      reasons = kept?.sentences.map { Reason(en: $0.english, ko: $0.korean) } ?? []
      evidence =
        kept?.evidence.map {
          Evidence(
            id: $0.id.rawValue, kind: $0.kind.rawValue, title: $0.title, year: $0.year, role: $0.role.rawValue,
            passage: $0.passage, terms: $0.terms)
        } ?? []
    }
  }

  var receipt: String
  var suggestions: [Item]

  static let schema = JSONSchema.object(
    [
      "receipt": .string(),
      "suggestions": .list(
        of: .object(
          [
            "rank": .integer(1...Int.max), "organization": .named("Organization"), "score": .number(),
            "level": .oneOf(Suggestion.Level.self), "made": .time,
            "policy": .string("Names the ranking policy that made it."),
            "is_released": .bool("Whether the applicant is shown it."),
            "marks": .list(of: .oneOf(PartnerMark.Kind.self), "Of staff."),
            "reasons": .list(of: .object(["en": .string(), "ko": .string()])),
            "evidence": .list(
              of: .object(
                [
                  "id": .string(), "kind": .oneOf(EvidenceKind.self), "title": .string(),
                  "role": .oneOf(ParticipationRole.self), "terms": .list(of: .string()),
                ], optional: ["year": .integer(), "passage": .string()])),
          ], optional: ["answer": .oneOf(InterestAnswer.self, "The applicant's.")])),
    ])
}
