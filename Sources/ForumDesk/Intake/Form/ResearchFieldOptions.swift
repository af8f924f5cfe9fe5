import ResearchFields

/// The fields of research that the form offers, by the codes of the forum's list of two levels.
enum ResearchFieldOptions {
  /// In the order of the list; those of the second level are grouped under those of the first.
  static let all: [IntakeOption] = FieldList.standard.fields.map { field in
    let parent = field.parentID.flatMap { FieldList.standard[$0] } ?? field
    return IntakeOption(
      field.id, Bilingual(field.korean, field.english), group: Bilingual(parent.korean, parent.english))
  }
}
