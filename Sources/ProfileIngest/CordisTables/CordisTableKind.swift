/// The tables that CORDIS divides its projects into, told by their columns.
enum CordisTableKind: Equatable {
  case projects
  /// One row for each participation of an organisation in a project.
  case participations
  /// One row for each field of science of a project.
  case fields
  /// Topics, legal bases, web pages of projects: not imported.
  case other

  /// - Parameter columns: the first row's names, or the keys of the first object.
  init?(columns: Set<String>) {
    if columns.contains("projectID") {
      if columns.contains("organisationID") {
        self = .participations
      } else {
        self = columns.isDisjoint(with: ["euroSciVocPath", "euroSciVocTitle"]) ? .other : .fields
      }
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
    case .fields: "euroSciVoc"
    case .other: ""
    }
  }
}
