/// The tables that CORDIS divides its projects into, told by their columns.
enum CordisTableKind: Equatable {
  case projects
  /// One row for each participation of an organisation in a project.
  case participations
  /// Fields, topics, legal bases, web pages of projects: not imported.
  case other

  /// - Parameter columns: the first row's names, or the keys of the first object.
  init?(columns: Set<String>) {
    if columns.contains("projectID") {
      self = columns.contains("organisationID") ? .participations : .other
    } else if columns.contains("id"), columns.contains("acronym") || columns.contains("title"),
      !columns.isDisjoint(with: ["ecMaxContribution", "frameworkProgramme", "fundingScheme", "ecSignatureDate"])
    {
      self = .projects
    } else {
      return nil
    }
  }

  /// What the table is called in CORDIS's archives.
  var fileName: String {
    switch self {
    case .projects: "project"
    case .participations: "organization"
    case .other: ""
    }
  }
}
