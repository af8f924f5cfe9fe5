extension ServedFiles {
  /// The pages of applicants, and of staff who enter applications.
  static var applicantTemplates: [Named] { [] }
}
