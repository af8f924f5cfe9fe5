import ForumRecords
import ResearchProfiles

/// An application as JSON, free of personal data.
struct ApplicationDocument: Encodable, Sendable {
  struct Statement: Encodable, Sendable {
    var statement: String
    var urgency: String
  }

  struct Applicant: Encodable, Sendable {
    var id: String?
    var name: String?
    var kind: String?
    var country: String?
  }

  var receipt: String
  var revision: Int
  var status: String
  var channel: String
  var language: String
  var submitted: String
  var updated: String
  var title: String
  var summary: String
  var keywords: [String]
  var needs: [Statement]
  var offers: [Statement]
  var applicant: Applicant?
  var region: String?
  var field: String?
  var wantedKinds: [String]
  var wantedRegions: [String]
  var readinessLevel: Int?
  var budgetMillionWon: Int?
  var wantedRole: String?
  var courses: [String]
  var wantsJointResearch: Bool
  var wantsCounselling: Bool

  enum CodingKeys: String, CodingKey {
    case receipt, revision, status, channel, language, submitted, updated, title, summary, keywords, needs, offers
    case applicant, region, field, courses
    case wantedKinds = "wanted_kinds"
    case wantedRegions = "wanted_regions"
    case readinessLevel = "readiness_level"
    case budgetMillionWon = "budget_million_won"
    case wantedRole = "wanted_role"
    case wantsJointResearch = "wants_joint_research"
    case wantsCounselling = "wants_counselling"
  }

  init(_ application: ForumApplication) {
    let content = application.application
    receipt = application.receipt
    revision = application.revision
    status = application.status.rawValue
    channel = application.channel.rawValue
    language = application.language
    submitted = application.submitted.document
    updated = application.updated.document
    title = content.title
    summary = content.summary
    keywords = content.keywords
    needs = content.needs.map { Statement(statement: $0.statement, urgency: $0.urgency.rawValue) }
    offers = content.offers.map { Statement(statement: $0.statement, urgency: $0.urgency.rawValue) }
    applicant = content.applicant.map {
      Applicant(id: $0.id?.rawValue, name: $0.name, kind: $0.kind?.rawValue, country: $0.country)
    }
    region = application.region
    field = application.field
    wantedKinds = application.wantedKinds.map(\.rawValue)
    wantedRegions = application.wantedRegions
    readinessLevel = application.readinessLevel
    budgetMillionWon = application.budgetMillionWon
    wantedRole = application.wantedRole
    courses = application.courses.map(\.rawValue)
    wantsJointResearch = application.wantsJointResearch
    wantsCounselling = application.wantsCounselling
  }

  static let schema: JSONSchema = {
    let statements = JSONSchema.list(
      of: .object(["statement": .string(), "urgency": .oneOf(Need.Urgency.self)]))
    return .object(
      [
        "receipt": .string("Year and running number, `2026-0001`."),
        "revision": .integer(1...Int.max, "Counts the changes of what it says."),
        "status": .oneOf(ApplicationStatus.self), "channel": .oneOf(SubmissionChannel.self),
        "language": .oneOf(["ko", "en"]), "submitted": .time, "updated": .time, "title": .string(),
        "summary": .string(), "keywords": .list(of: .string()), "needs": statements, "offers": statements,
        "wanted_kinds": .list(of: .oneOf(OrganizationKind.self)), "wanted_regions": .list(of: .string()),
        "courses": .list(of: .oneOf(Course.self)), "wants_joint_research": .bool(), "wants_counselling": .bool(),
      ],
      optional: [
        "applicant": .object(
          optional: [
            "id": .string(), "name": .string(), "kind": .oneOf(OrganizationKind.self),
            "country": .string("ISO 3166-1 alpha-2."),
          ]), "region": .string(), "field": .string("The code of a field of research."),
        "readiness_level": .integer(1...9), "budget_million_won": .integer(), "wanted_role": .string(),
      ], "An application, free of personal data.")
  }()
}
