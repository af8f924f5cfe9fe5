/// A line of a glossary file that was left out, and why.
public struct GlossaryIssue: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    case notUTF8
    /// The first line is not the header.
    case missingHeader(found: String)
    case columnCount(found: Int)
    case emptyColumn(name: String)
    case repeatedID(id: String, firstFile: String)
  }

  public var file: String
  /// From 1.
  public var line: Int
  public var reason: Reason

  public init(file: String, line: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  public var description: String {
    switch reason {
    case .notUTF8: "\(file):\(line): the file is not UTF-8: save it as UTF-8"
    case .missingHeader(let found):
      "\(file):\(line): the first line is \"\(found)\": begin with the header \"\(GlossaryReader.columns.joined(separator: "␉"))\" (tabs between the names)"
    case .columnCount(let found):
      "\(file):\(line): the line has \(found) columns: write \(GlossaryReader.columns.count), separated by tabs"
    case .emptyColumn(let name):
      "\(file):\(line): \"\(name)\" is empty: a concept needs an id and a form in each language"
    case .repeatedID(let id, let firstFile):
      "\(file):\(line): the id \"\(id)\" is already in \(firstFile): give the concept another one"
    }
  }
}
