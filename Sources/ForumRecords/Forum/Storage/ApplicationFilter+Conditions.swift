import ResearchProfiles

extension ApplicationFilter {
  func conditions() throws -> ForumConditions {
    var conditions = ForumConditions()
    try conditions.require("receipt", isAmong: receipts)
    try conditions.require("status", isAmong: statuses.map(\.rawValue))
    try conditions.require("channel", isAmong: channels.map(\.rawValue))
    try conditions.require("applicant_kind", isAmong: kinds.map(\.rawValue))
    try conditions.require("field", isAmong: fields)
    try conditions.require("region", isAmong: regions)
    try conditions.require("country", isAmong: countries)
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
