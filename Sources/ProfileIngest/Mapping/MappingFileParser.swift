import ResearchProfiles

/// Parses and checks mapping files.
struct MappingFileParser {
  private var file: MappingFileSource

  static func parse(
    _ bytes: [UInt8], name: String, isBuiltIn: Bool = false
  ) throws(MappingFileError) -> RecordMapping {
    var parser = MappingFileParser(file: MappingFileSource(name: name, bytes: bytes))
    return try parser.mapping(isBuiltIn: isBuiltIn)
  }

  private mutating func mapping(isBuiltIn: Bool) throws(MappingFileError) -> RecordMapping {
    var root = try MappingObject(Self.document(file), at: [], in: file, subject: "a mapping file")
    let name = try root.text("mapping") ?? file.name
    for (prefix, uri) in try root.table("namespaces") { file.namespaces[prefix] = uri }
    let format = try isBuiltIn ? root.choice("format", IngestFormat.self) ?? .mappedXML : .mappedXML
    let parser = RecordRuleParser(file: file)
    var records: [RecordRule] = []
    for object in try root.objects("records", subject: "a record") { records += try parser.records(object) }
    var answers: [AnswerRule] = []
    for object in try root.objects("answers", subject: "an answer") { answers += try parser.answers(object) }
    if records.isEmpty, answers.isEmpty {
      throw file.error(at: [], "it describes no records", "write \"records\": [{\"path\": \"/root/record\", ...}]")
    }
    try root.finish()
    return RecordMapping(name: name, format: format, records: records, answers: answers)
  }

  static func document(_ file: MappingFileSource) throws(MappingFileError) -> JSONValue {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do throws(JSONDefect) {
      return try JSONParser.parse(file.bytes, start..<file.bytes.count, depthLimit: 32, valueLimit: 100_000)
    } catch {
      throw MappingFileError(
        file: file.name, line: 1 + file.bytes[0..<min(error.offset, file.bytes.count)].count { $0 == 0x0A }, place: "",
        reason: "no JSON: \(error.reason)", remedy: "correct the file; it must be one JSON object")
    }
  }
}

extension RecordMapping {
  /// Reads a mapping file.
  ///
  /// - Parameters:
  ///   - content: JSON.
  ///   - name: what messages call the file.
  /// - Throws: what is wrong with it, and where.
  public init(content: [UInt8], name: String) throws(MappingFileError) {
    self = try MappingFileParser.parse(content, name: name)
  }
}
