import ProfileIngest
import Testing

struct FormatRegistryTests {
  @Test func `every format that is listed can be forced by its own name`() {
    #expect(IngestFormat.readable.isEmpty == false)
    for format in IngestFormat.readable { #expect(IngestFormat(named: format.rawValue.uppercased()) == format) }
    #expect(IngestFormat(named: "cerif-xml") == .cerif)
    #expect(IngestFormat(named: "no such format") == nil)
  }

  @Test func `one JSON object over several lines is a record`() throws {
    let ingestion = try Ingestion("{\n  \"type\": \"organization\",\n  \"id\": \"a\",\n  \"name\": \"A\"\n}\n")
    #expect(ingestion.ids == ["a"])
  }

  @Test func `an object that is broken over several lines says where`() throws {
    let ingestion = try Ingestion("{\n  \"id\": \"a\",\n  \"text\": }\n")
    #expect(ingestion.rejections.map(\.line) == [3])
  }

  @Test func `a broken first line does not make a file of lines one object`() throws {
    let ingestion = try Ingestion("{\"id\": \"a\"\n{\"id\": \"b\", \"text\": \"x\"}\n")
    #expect(ingestion.ids == ["b"])
    #expect(ingestion.rejections.map(\.line) == [1])
  }
}
