import Foundation
import ProfileIngest
import Testing

@Suite struct IngestTextTests {
  private let entries = 12
  private var text: IngestText { "the archive has \(entries) entries, more than \(10)" }

  @Test func `an interpolated text is its sentence, and remembers what stands in its gaps`() {
    #expect(text.description == "the archive has 12 entries, more than 10")
    #expect(text.pattern == "the archive has {} entries, more than {}")
    #expect(text.arguments == [.text("12"), .text("10")])
    #expect(text == "the archive has \("12") entries, more than \("10")")
  }

  @Test func `another wording may take the gaps in another order, and clauses in their own words`() {
    let inner: IngestText = "the column \("kind") is unknown"
    let outer: IngestText = "\("a.csv"): \(inner)"
    #expect(text.filled("more than {2}: {1}", clause: \.description) == "more than 10: 12")
    #expect(outer.description == "a.csv: the column kind is unknown")
    #expect(outer.filled("{2} ({1})") { $0.filled("열 {}", clause: \.description) } == "열 kind (a.csv)")
  }

  @Test(arguments: ["write {\"id\": ...}", "a } has no {", "{}", "{3}", "{", ""])
  func `braces that are no gaps stand for themselves`(text: String) {
    #expect(IngestText(text).description == text)
    #expect(IngestText("\(text)").filled("{9} {x} {") { $0.description } == "{9} {x} {")
  }

  @Test func `what stands in gaps can be changed, in clauses too`() {
    let outer: IngestText = "\("secret"): \(IngestText("the name \("secret") is wrong"))"
    let changed = outer.mapped { $0.replacing("secret", with: "***") }
    #expect(changed.description == "***: the name *** is wrong" && changed.pattern == outer.pattern)
  }

  @Test func `a text survives being stored, and a plain string is read as one`() throws {
    let texts: [IngestText] = [text, "nothing to fill in", "\(text); \("x")"]
    let stored = try JSONEncoder().encode(texts)
    #expect(try JSONDecoder().decode([IngestText].self, from: stored) == texts)
    #expect(
      try JSONDecoder().decode([IngestText].self, from: Data(#"["the row has no title"]"#.utf8)) == [
        "the row has no title"
      ])
  }
}
