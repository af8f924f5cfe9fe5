/// A mapping file of either kind: of records in XML and JSON, or of the columns of tables.
public enum MappingFile: Hashable, Sendable {
  case records(RecordMapping)
  case table(TableMapping)

  /// - Parameters:
  ///   - content: JSON. `"format": "table"` or `"fields"` make it a mapping of tables.
  ///   - name: what messages call the file.
  /// - Throws: what is wrong with it, and where.
  public init(content: [UInt8], name: String) throws(MappingFileError) {
    let file = MappingFileSource(name: name, bytes: content)
    let root = try MappingObject(MappingFileParser.document(file), at: [], in: file, subject: "a mapping file")
    let isTable = root.members.contains { $0.key == "fields" || $0.key == "format" && $0.value == .string("table") }
    if isTable {
      var parser = TableMappingParser(root: root)
      self = .table(try parser.mapping())
    } else {
      self = .records(try MappingFileParser.parse(content, name: name))
    }
  }
}

extension IngestOptions {
  /// Reads by a mapping file, before everything else.
  public mutating func add(_ file: MappingFile) {
    switch file {
    case .records(let mapping): mappings.append(mapping)
    case .table(let mapping): tableMappings.append(mapping)
    }
  }
}
