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
    // By bytes, for every opened workspace waits for it: characters would take ten times as long.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
    let header = lines.first.map { $0.hasPrefix("\u{FEFF}") ? $0.dropFirst() : $0 } ?? ""
    guard Self.cells(header) == Self.columns else {
      issues.append(GlossaryIssue(file: file, line: 1, reason: .missingHeader(found: String(header.prefix(60)))))
      return
    }
    for (number, line) in lines.enumerated().dropFirst() where line.utf8.contains(where: { $0 > 0x20 }) {
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
    var cells = Self.cells(line)
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
    cell.utf8.split(separator: UInt8(ascii: "|")).map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func cells(_ line: Substring) -> [String] {
    line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { trimmed($0) }
  }

  private static func trimmed(_ text: Substring.UTF8View) -> String {
    var rest = text
    while rest.first == 0x20 { rest.removeFirst() }
    while rest.last == 0x20 { rest.removeLast() }
    return String(Substring(rest))
  }
}
