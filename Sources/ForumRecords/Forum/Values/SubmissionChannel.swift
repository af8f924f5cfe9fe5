/// How an application came to the forum.
public enum SubmissionChannel: String, CaseIterable, Hashable, Sendable, Codable {
  case web
  /// Filled in by hand, typed in by staff.
  case paper
  case formImport = "form_import"
  case file
  case api
}
