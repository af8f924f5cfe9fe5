extension ServedFiles {
  /// The pages about data: imports, bodies, exports, reports, and the administration.
  static var dataTemplates: [Named] {
    [
      ("administration", PackageResources.administration_mustache),
      ("administration-tabs", PackageResources.administration_tabs_mustache),
      ("audit", PackageResources.audit_mustache),
      ("bodies", PackageResources.bodies_mustache),
      ("data", PackageResources.data_mustache),
      ("exports", PackageResources.exports_mustache),
      ("file-mistakes", PackageResources.file_mistakes_mustache),
      ("import-job", PackageResources.import_job_mustache),
      ("import-report", PackageResources.import_report_mustache),
      ("import-upload", PackageResources.import_upload_mustache),
      ("landscape", PackageResources.landscape_mustache),
      ("past-files", PackageResources.past_files_mustache),
      ("policies", PackageResources.policies_mustache),
      ("report", PackageResources.report_mustache),
      ("report-counting", PackageResources.report_counting_mustache),
      ("retention", PackageResources.retention_mustache),
      ("retention-preview", PackageResources.retention_preview_mustache),
      ("rules", PackageResources.rules_mustache),
      ("source-removal", PackageResources.source_removal_mustache),
      ("table-mapping", PackageResources.table_mapping_mustache),
      ("tokens", PackageResources.tokens_mustache),
    ]
  }
}
