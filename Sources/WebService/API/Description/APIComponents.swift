/// Schemas that the document names.
enum APIComponents {
  static let schemas: [String: JSONSchema] = [
    "AddedTerm": DiscoverySchemas.addedTerm,
    "Application": ApplicationDocument.schema,
    "ApplicationList": ListDocument<ApplicationDocument>.schema(of: .named("Application")),
    "AuditList": ListDocument<AuditDocument>.schema(of: AuditDocument.schema),
    "Contact": ContactDocument.schema,
    "CounsellingList": ListDocument<CounsellingDocument>.schema(of: CounsellingDocument.schema),
    "Evidence": DiscoverySchemas.evidence,
    "Explanation": DiscoverySchemas.explanation,
    "Field": DiscoverySchemas.field,
    "Introduction": IntroductionDocument.schema,
    "IntroductionList": ListDocument<IntroductionDocument>.schema(of: .named("Introduction")),
    "Match": DiscoverySchemas.match,
    "Organization": DiscoverySchemas.organization,
    "OrganizationDetail": DiscoverySchemas.organizationDetail,
    "Outcome": IntroductionDocument.Outcome.schema,
    "Problem": APIProblem.schema,
    "Proposals": DiscoverySchemas.proposals,
    "Search": DiscoverySchemas.search,
    "Statistics": ForumStatisticsDocument.schema,
    "Submission": SubmissionDocument.schema,
    "Suggestions": SuggestionsDocument.schema,
  ]
}
