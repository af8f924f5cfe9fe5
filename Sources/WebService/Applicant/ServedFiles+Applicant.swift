extension ServedFiles {
  /// The pages of applicants, and of staff who enter applications.
  static var applicantTemplates: [Named] {
    [
      ("apply", PackageResources.apply_mustache),
      ("intake", PackageResources.intake_mustache),
      ("intake-issues", PackageResources.intake_issues_mustache),
      ("intake-mapping", PackageResources.intake_mapping_mustache),
      ("intake-report", PackageResources.intake_report_mustache),
      ("matching", PackageResources.matching_mustache),
      ("my", PackageResources.my_mustache),
      ("my-erase", PackageResources.my_erase_mustache),
      ("my-erased", PackageResources.my_erased_mustache),
      ("my-withdraw", PackageResources.my_withdraw_mustache),
      ("paper", PackageResources.paper_mustache),
      ("privacy", PackageResources.privacy_mustache),
      ("receipt", PackageResources.receipt_mustache),
    ]
  }
}
