extension ServedFiles {
  /// The console's pages, and what all pages share.
  static var consoleTemplates: [Named] {
    [
      ("application", PackageResources.application_mustache),
      ("application-head", PackageResources.application_head_mustache),
      ("applications", PackageResources.applications_mustache),
      ("error", PackageResources.error_mustache),
      ("evidence-item", PackageResources.evidence_item_mustache),
      ("layout", PackageResources.layout_mustache),
      ("login", PackageResources.login_mustache),
      ("pager", PackageResources.pager_mustache),
      ("partners", PackageResources.partners_mustache),
      ("search", PackageResources.search_mustache),
      ("start", PackageResources.start_mustache),
    ]
  }
}
