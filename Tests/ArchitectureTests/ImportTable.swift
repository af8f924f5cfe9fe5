import Foundation

/// The tables of ARCHITECTURE.md that tests hold the sources to.
struct ImportTable {
  struct Row {
    var layer: Int
    var target: String
    var imports: Set<String>
    var sentence: String
  }

  /// Modules that come with the toolchain or the system.
  static let systemModules: Set<String> = ["Swift", "Foundation", "Glibc", "Dispatch", "Synchronization"]

  let rows: [Row]
  /// Files that may hold unsafe code outside a fence, each with a reason.
  let unfencedFiles: [String: String]

  /// Reads `| layer | target | may import | one sentence |` and `| file ... | why |`.
  init(architecture text: String) {
    var rows: [Row] = []
    var files: [String: String] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("|") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
      let names = cells.map { cell in
        cell.split(separator: "`").filter { $0.contains(where: \.isLetter) }.map(String.init)
      }
      if cells.count == 4, let layer = Int(cells[0].prefix(while: \.isNumber)), let target = names[1].first {
        rows.append(Row(layer: layer, target: target, imports: Set(names[2]), sentence: cells[3]))
      } else if cells.count == 2, let file = names[0].first, file.hasSuffix(".swift") {
        files[file] = cells[1]
      }
    }
    self.rows = rows
    unfencedFiles = files
  }

  subscript(target: String) -> Row? { rows.first { $0.target == target } }
}
