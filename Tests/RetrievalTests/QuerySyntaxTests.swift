import Retrieval
import Testing

@Suite struct QuerySyntaxTests {
  @Test func `phrases are required, minus excludes, plus requires`() {
    let syntax = QuerySyntax("\"양자 센서\" -통신 +NV 다이아몬드 -\"위성 통신\"")
    #expect(syntax.text == "양자 센서 NV 다이아몬드")
    #expect(syntax.required == ["양자 센서", "NV"])
    #expect(syntax.excluded == ["통신", "위성 통신"])
  }

  @Test func `typographic marks, open quotes and lone signs do no harm`() {
    #expect(QuerySyntax("“양자 컴퓨터” 소재").required == ["양자 컴퓨터"])
    #expect(QuerySyntax("\"open phrase").required == ["open phrase"])
    #expect(QuerySyntax("A - B + C").text == "A - B + C")
    #expect(QuerySyntax("A - B + C").excluded.isEmpty)
    #expect(QuerySyntax("\"\" -\"\"").text.isEmpty)
  }

  @Test func `a hyphen inside a word belongs to the word`() {
    let syntax = QuerySyntax("quantum-safe TLS")
    #expect(syntax.text == "quantum-safe TLS")
    #expect(syntax.excluded.isEmpty)
  }
}
