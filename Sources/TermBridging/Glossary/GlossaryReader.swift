/// Reads the glossary's files: tab-separated tables in UTF-8, a concept a line.
///
/// Lines that cannot be used are issues; the others go on.
public struct GlossaryReader {
  public static let columns = ["id", "field", "korean", "english", "abbreviations", "note"]

  public private(set) var concepts: [GlossaryConcept] = []
  public private(set) var issues: [GlossaryIssue] = []
  private var fileOfID: [String: String] = [:]

  public init() {}

  /// Adds a file's concepts behind those that are there.
  ///
  /// - Complexity: linear in the file.
  public mutating func read(file: String, bytes: some Collection<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      issues.append(GlossaryIssue(file: file, line: 1, reason: .notUTF8))
      return
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let header = lines.first.map { $0.hasPrefix("\u{FEFF}") ? $0.dropFirst() : $0 } ?? ""
    guard header.split(separator: "\t").map(String.init) == Self.columns else {
      issues.append(GlossaryIssue(file: file, line: 1, reason: .missingHeader(found: String(header.prefix(60)))))
      return
    }
    for (number, line) in lines.enumerated().dropFirst() where line.contains(where: { !$0.isWhitespace }) {
      do throws(GlossaryIssue) {
        concepts.append(try concept(line, file: file, number: number + 1))
      } catch {
        issues.append(error)
      }
    }
  }

  private mutating func concept(
    _ line: Substring, file: String, number: Int
  ) throws(GlossaryIssue) -> GlossaryConcept {
    var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
    // Editors drop tabs at the end of a line.
    while cells.count < Self.columns.count, cells.count >= 4 { cells.append("") }
    guard cells.count == Self.columns.count else {
      throw GlossaryIssue(file: file, line: number, reason: .columnCount(found: cells.count))
    }
    let (korean, english) = (Self.forms(cells[2]), Self.forms(cells[3]))
    for (name, isEmpty) in [("id", cells[0].isEmpty), ("korean", korean.isEmpty), ("english", english.isEmpty)]
    where isEmpty {
      throw GlossaryIssue(file: file, line: number, reason: .emptyColumn(name: name))
    }
    if let first = fileOfID[cells[0]] {
      throw GlossaryIssue(file: file, line: number, reason: .repeatedID(id: cells[0], firstFile: first))
    }
    fileOfID[cells[0]] = file
    return GlossaryConcept(
      id: cells[0], field: cells[1], korean: korean, english: english,
      abbreviations: Self.forms(cells[4]).map { form in
        form.hasPrefix("~")
          ? GlossaryConcept.Abbreviation(text: String(form.dropFirst()), isWeak: true)
          : GlossaryConcept.Abbreviation(text: form, isWeak: false)
      }, note: cells[5])
  }

  private static func forms(_ cell: String) -> [String] {
    cell.split(separator: "|").map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
