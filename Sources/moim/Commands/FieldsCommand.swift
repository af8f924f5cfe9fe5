import ArgumentParser
import PartnerDiscovery
import ResearchFields
import ResearchProfiles

struct FieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "Lists the fields of research that evidence is sorted into.",
    discussion: """
      The fields are on two levels: quantum, and below it quantum.sensing. Evidence gets its fields from the codes that its \
      source gives (국가과학기술표준분류, IPC, euroSciVoc, OECD Fields of Science), and where there are none from its text. \
      'moim search --field' takes the ids, or the names, and one of the first level for all below it.

      EXAMPLES
        moim fields
        moim fields --json
        moim search 센서 --field quantum.sensing
      """)

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  private struct Document: Encodable {
    var fields: [FieldDocument]
  }

  func run() throws {
    let list = FieldList.standard
    if json {
      let documents = list.fields.map { field in
        var document = FieldDocument(field)
        document.parent = field.parentID
        document.codes = Dictionary(
          uniqueKeysWithValues: ClassificationScheme.allCases.map {
            ($0.rawValue, list.codes(of: field.id, scheme: $0))
          })
        return document
      }
      return try Terminal.print(try Format.json(Document(fields: documents)))
    }
    let rows = list.fields.map { field in
      let isFirstLevel = field.parentID == nil
      let codes = ClassificationScheme.allCases.compactMap { scheme -> String? in
        let codes = list.codes(of: field.id, scheme: scheme)
        if codes.isEmpty { return nil }
        // Titles of the vocabulary are long: how many there are says enough here.
        return scheme == .euroSciVoc
          ? "euroSciVoc \(codes.count) titles" : "\(scheme.rawValue) \(codes.joined(separator: " "))"
      }
      return [
        isFirstLevel ? field.id : "  " + field.id, field.korean, field.english, codes.joined(separator: "; "),
      ]
    }
    try Terminal.print(Format.table([["id", "한국어", "English", "codes that lead to it"]] + rows))
  }
}
