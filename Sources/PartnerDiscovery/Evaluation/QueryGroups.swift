/// Labelled sets of queries that are also scored by themselves.
public struct QueryGroups: Sendable {
  /// Labels in order of their first appearance.
  public private(set) var labels: [String] = []
  private var members: [String: Set<TrecIdentifier>] = [:]

  /// Reads lines `query TAB label,label`; a query may have no label at all.
  public init(file path: String) throws(EvaluationError) {
    let file = TrecFile(name: path)
    try file.forEachLine { (line, fields) throws(EvaluationError) in try add(fields, line: line, of: file) }
  }

  /// The same from text in memory, which errors call `name`.
  public init(text: String, name: String = "groups") throws(EvaluationError) {
    let file = TrecFile(name: name)
    try file.forEachLine(of: text) { (line, fields) throws(EvaluationError) in try add(fields, line: line, of: file) }
  }

  public func contains(_ query: TrecIdentifier, in label: String) -> Bool {
    members[label]?.contains(query) ?? false
  }

  private mutating func add(_ fields: [ArraySlice<UInt8>], line: Int, of file: TrecFile) throws(EvaluationError) {
    guard fields.count <= 2 else {
      throw file.badLine(line, expected: "\"query TAB label,label\" with labels without blanks", found: fields)
    }
    guard fields.count == 2 else { return }
    for field in fields[1].split(separator: UInt8(ascii: ",")) {
      let label = String(decoding: field, as: UTF8.self)
      if members[label] == nil { labels.append(label) }
      members[label, default: []].insert(TrecIdentifier(fields[0]))
    }
  }
}
