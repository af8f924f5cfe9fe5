import ResearchProfiles

extension ApplicationFilter {
  var conditions: ForumConditions {
    var conditions = ForumConditions()
    conditions.require("receipt", isAmong: receipts)
    conditions.require("status", isAmong: statuses.map(\.rawValue))
    conditions.require("channel", isAmong: channels.map(\.rawValue))
    conditions.require("applicant_kind", isAmong: kinds.map(\.rawValue))
    conditions.require("field", isAmong: fields)
    conditions.require("region", isAmong: regions)
    conditions.require("country", isAmong: countries)
    conditions.require("applicant", is: applicant?.rawValue)
    conditions.require("wants_joint_research", is: wantsJointResearch)
    conditions.require("wants_counselling", is: wantsCounselling)
    conditions.require("submitted", from: submittedFrom, before: submittedBefore)
    let columns = courses.map { $0 == .commercialisation ? "is_commercialisation" : "is_industry" }
    if !columns.isEmpty { conditions.require("(" + columns.joined(separator: " OR ") + ")") }
    return conditions
  }
}

extension ApplicationFilter.Order {
  /// Equal times in the order of receipts.
  var clause: String {
    switch self {
    case .newestFirst: "submitted DESC, row DESC"
    case .oldestFirst: "submitted, row"
    case .lastUpdatedFirst: "updated DESC, row DESC"
    }
  }
}
