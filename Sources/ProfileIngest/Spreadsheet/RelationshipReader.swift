/// Reads which other parts a part of a package refers to.
final class RelationshipReader: WorkbookPartReader {
  struct Relationship {
    var id: String
    /// The last step of the type's URI, by which the transitional and the strict standard say the same.
    var kind: String
    var target: String
  }

  private enum Element: String, CaseIterable, Sendable {
    case relationships = "Relationships"
    case relationship = "Relationship"

    static let vocabulary = XMLVocabulary<Element>()
  }

  /// No workbook has more sheets.
  private static let mostRelationships = 10_000

  private(set) var relationships: [Relationship] = []

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep {
    switch (state, element.name(in: Element.vocabulary)) {
    case (0, .relationships): return .descend(1)
    case (1, .relationship):
      guard element.attribute("TargetMode") != "External", relationships.count < Self.mostRelationships,
        let id = element.attribute("Id"), let type = element.attribute("Type"), let target = element.attribute("Target")
      else { return .skip }
      relationships.append(
        Relationship(id: id, kind: type.split(separator: "/").last.map(String.init) ?? "", target: target))
      return .skip
    default: return .skip
    }
  }

  func leave(_ state: UInt8, text: XMLText, line: Int) {}

  func abandonRecord(reason: IngestText, remedy: IngestText) {}

  /// The target of the first relationship of a kind.
  func target(ofKind kind: String) -> String? { relationships.first { $0.kind == kind }?.target }
}
