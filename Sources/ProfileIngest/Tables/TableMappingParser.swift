/// Reads a ``TableMapping`` from its file.
struct TableMappingParser {
  private var root: MappingObject

  init(root: MappingObject) { self.root = root }

  mutating func mapping() throws(MappingFileError) -> TableMapping {
    _ = try root.text("format")
    _ = try root.text("mapping")  // its name
    guard let value = root.value("records") else {
      throw root.file.error(
        at: root.keys, "a mapping of tables needs 'records'", "write \"records\": {\"type\": \"organization\"}")
    }
    var records = try MappingObject(value, at: root.place("records"), in: root.file, subject: "'records'")
    let type = try records.text("type") ?? ""
    guard let kind = TableRecordKind(name: type) else {
      throw records.error(
        "type", "'\(type.prefix(64))' is no kind of record",
        "write organization, project, patent, publication, product, equipment or statement")
    }
    var mapping = TableMapping(records: kind)
    mapping.sheet = try records.text("sheet")
    if let row = records.value("header_row") {
      guard let number = row.scalar.flatMap({ Int($0) }), number > 0 else {
        throw records.error("header_row", "it should be the number of a row, from 1", "write for instance 1")
      }
      mapping.headerRow = number
    }
    mapping.separators = try records.text("separators") ?? TableMapping.usualSeparators
    if records.value("hidden_rows") != nil { mapping.readsHiddenRows = try records.flag("hidden_rows") }
    try records.finish()
    try takeFields(into: &mapping)
    for (name, value) in try root.table("constants") {
      mapping.constants.append(TableMapping.Constant(field: try field(name, in: "constants"), value: value))
    }
    try takeValues(into: &mapping)
    try root.finish()
    return mapping
  }

  private mutating func takeFields(into mapping: inout TableMapping) throws(MappingFileError) {
    guard let value = root.value("fields") else { return }
    var fields = try MappingObject(value, at: root.place("fields"), in: root.file, subject: "'fields'")
    for member in fields.members {
      let headings = try fields.texts(member.key)
      mapping.columns.append(TableMapping.Column(field: try field(member.key, in: "fields"), headings: headings))
    }
  }

  private mutating func takeValues(into mapping: inout TableMapping) throws(MappingFileError) {
    guard let value = root.value("values") else { return }
    var maps = try MappingObject(value, at: root.place("values"), in: root.file, subject: "'values'")
    for member in maps.members {
      var values: [String: String] = [:]
      for (from, to) in try maps.table(member.key) { values[from] = to }
      mapping.values.append(TableMapping.ValueMap(field: try field(member.key, in: "values"), values: values))
    }
  }

  private func field(_ name: String, in key: String) throws(MappingFileError) -> TableField {
    if let field = TableField(name: name) { return field }
    throw root.file.error(
      at: root.place(key) + [.member(name)], "'\(name.prefix(64))' is no field",
      "write one such as id, name.ko, title.en, keywords, date, country, coordinator, participant.id")
  }
}

extension TableMapping {
  /// The mapping as a file that ``MappingFile`` reads again: JSON with one field a line.
  public var fileText: String {
    var records = ["\"type\": \(Self.quoted(records.description))"]
    if let sheet { records.append("\"sheet\": \(Self.quoted(sheet))") }
    if let headerRow { records.append("\"header_row\": \(headerRow)") }
    if separators != Self.usualSeparators { records.append("\"separators\": \(Self.quoted(separators))") }
    if !readsHiddenRows { records.append("\"hidden_rows\": false") }
    var parts = ["  \"format\": \"table\"", "  \"records\": {\(records.joined(separator: ", "))}"]
    parts.append(
      Self.object(
        "fields", columns.map { ($0.field.description, "[\($0.headings.map(Self.quoted).joined(separator: ", "))]") }))
    if !constants.isEmpty {
      parts.append(Self.object("constants", constants.map { ($0.field.description, Self.quoted($0.value)) }))
    }
    if !values.isEmpty {
      let maps = values.map { map in
        let entries = map.values.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)): \(Self.quoted($0.value))" }
        return (map.field.description, "{\(entries.joined(separator: ", "))}")
      }
      parts.append(Self.object("values", maps))
    }
    return "{\n\(parts.joined(separator: ",\n"))\n}\n"
  }

  private static func object(_ name: String, _ members: [(String, String)]) -> String {
    let lines = members.map { "    \(quoted($0.0)): \($0.1)" }
    return "  \(quoted(name)): {\n\(lines.joined(separator: ",\n"))\n  }"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return result + "\""
  }
}
