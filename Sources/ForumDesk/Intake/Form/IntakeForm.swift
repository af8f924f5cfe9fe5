/// The forum's form: the one place from which the web form, the paper form, the checks of answers and the headings of form
/// services' exports derive.
public struct IntakeForm: Hashable, Sendable {
  /// Changes with the questions, not with their wording.
  public let version: Int
  public let title: Bilingual
  public let sections: [IntakeSection]

  private let places: [IntakeKey: (section: Int, field: Int)]

  /// - Parameter sections: each key at most once.
  public init(version: Int, title: Bilingual, sections: [IntakeSection]) {
    self.version = version
    self.title = title
    self.sections = sections
    var places: [IntakeKey: (section: Int, field: Int)] = [:]
    for (section, entry) in sections.enumerated() {
      for (field, question) in entry.fields.enumerated() { places[question.key] = (section, field) }
    }
    self.places = places
  }

  /// All questions in their order.
  public var fields: [IntakeField] { sections.flatMap(\.fields) }

  public subscript(key: IntakeKey) -> IntakeField? {
    places[key].map { sections[$0.section].fields[$0.field] }
  }

  public static func == (left: IntakeForm, right: IntakeForm) -> Bool {
    left.version == right.version && left.title == right.title && left.sections == right.sections
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(version)
    hasher.combine(sections)
  }
}
