import ForumDesk
import ResearchProfiles
import Testing

@testable import WebService

@Suite struct TemplateValuesTests {
  private struct Item: Sendable {
    var name: String
    var note: String?
  }

  private struct Content: Sendable {
    var title = "A & <B>"
    var missing: String?
    var count: Int? = 3
    var share = 0.5
    var isOpen = true
    var id = OrganizationID("x")
    var kind = OrganizationKind.company
    var items = [Item(name: "one", note: "\"n\""), Item(name: "two")]
    var words = ["a", "b"]
    var none: [Item] = []
    var nested: Item? = Item(name: "deep")
  }

  private let template = """
    {{title}}|{{{title}}}|{{missing}}|{{^missing}}none{{/missing}}|{{count}}|{{share}}|{{#isOpen}}open{{/isOpen}}|{{id}}|{{kind}}
    {{#items}}<{{name}}:{{note}}>{{/items}}{{#words}}{{.}};{{/words}}{{^none}}empty{{/none}}{{#nested}}{{name}}{{/nested}}{{nested.name}}
    """

  @Test func `a template says of a structure what its fields hold`() throws {
    let library = try TemplateLibrary([("t", template)])
    let expected = """
      A &amp; &lt;B&gt;|A & <B>||none|3|0.5|open|x|company
      <one:&quot;n&quot;><two:>a;b;emptydeepdeep
      """
    #expect(library.rendered("t", Content(), language: .korean) == expected)
    #expect(library.rendered("t", Optional(Content()), language: .english) == expected)
    #expect(library.rendered("missing", Content(), language: .english) == nil)
  }

  @Test func `passages mark what matched, and markup in them is text`() {
    #expect(
      EvidenceItem.marked("a <b> & 양자 센서", matches: [2..<5, 8..<14])
        == "a <mark>&lt;b&gt;</mark> &amp; <mark>양자</mark> 센서")
    #expect(EvidenceItem.marked("", matches: []) == "")
    #expect(EvidenceItem.marked("abc", matches: [0..<3]) == "<mark>abc</mark>")
    #expect(
      EvidenceItem.marked("abc", matches: [1..<2, 0..<1, 2..<9]) == "a<mark>b</mark>c", "what cannot be is left out")
  }
}
