extension ServedFiles {
  /// The console's pages, and what all pages share.
  static var consoleTemplates: [Named] {
    [
      ("allocation", PackageResources.allocation_mustache),
      ("allocations", PackageResources.allocations_mustache),
      ("application", PackageResources.application_mustache),
      ("application-head", PackageResources.application_head_mustache),
      ("application-introductions", PackageResources.application_introductions_mustache),
      ("applications", PackageResources.applications_mustache),
      ("consortium", PackageResources.consortium_mustache),
      ("counselling", PackageResources.counselling_mustache),
      ("counselling-session", PackageResources.counselling_session_mustache),
      ("error", PackageResources.error_mustache),
      ("evidence-item", PackageResources.evidence_item_mustache),
      ("explain", PackageResources.explain_mustache),
      ("introduction", PackageResources.introduction_mustache),
      ("introduction-table", PackageResources.introduction_table_mustache),
      ("introductions", PackageResources.introductions_mustache),
      ("layout", PackageResources.layout_mustache),
      ("login", PackageResources.login_mustache),
      ("organization", PackageResources.organization_mustache),
      ("pager", PackageResources.pager_mustache),
      ("partners", PackageResources.partners_mustache),
      ("search", PackageResources.search_mustache),
      ("search-answer", PackageResources.search_answer_mustache),
      ("start", PackageResources.start_mustache),
    ]
  }
}
