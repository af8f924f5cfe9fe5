/// The element names that a reader knows: found by their bytes, without making a `String`.
struct XMLVocabulary<Name: CaseIterable & RawRepresentable & Sendable>: Sendable where Name.RawValue == String {
  private let names: [Name]
  private let table: XMLNameTable

  init() {
    names = Array(Name.allCases)
    table = XMLNameTable(names.map(\.rawValue))
  }

  /// - Parameter name: NUL-terminated.
  /// - Complexity: linear in the name's length.
  func find(_ name: UnsafePointer<UInt8>) -> Name? {
    unsafe table.find(name).map { names[$0] }
  }
}
