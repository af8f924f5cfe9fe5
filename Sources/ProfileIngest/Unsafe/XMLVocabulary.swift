/// The element names that a reader knows: found by their bytes, without making a `String`.
struct XMLVocabulary<Name: CaseIterable & RawRepresentable & Sendable>: Sendable where Name.RawValue == String {
  private let names: [Name]
  let table: XMLNameTable

  init() {
    names = Array(Name.allCases)
    table = XMLNameTable(names.map(\.rawValue))
  }

  /// The name of a number, or `nil` for -1.
  @inline(__always) func name(ofNumber number: Int) -> Name? { number < 0 ? nil : names[number] }
}
