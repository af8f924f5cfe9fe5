import Testing

@Suite struct ImportTableTests {
  let table: ImportTable

  init() throws { table = ImportTable(architecture: try PackageFolder.text(of: "ARCHITECTURE.md")) }

  private func files(of row: ImportTable.Row) throws -> [SourceFile] {
    try PackageFolder.librarySources.get().filter { $0.path.hasPrefix("Sources/\(row.target)/") }
  }

  @Test func `every target has a row and every row a target`() throws {
    #expect(table.rows.map(\.target).sorted() == (try PackageFolder.folders(in: "Sources")))
    for row in table.rows { #expect(row.sentence.contains { $0 == "." }, "\(row.target) has no sentence") }
  }

  @Test func `sources import what their row allows and nothing else`() throws {
    for row in table.rows {
      for file in try files(of: row) {
        for module in file.importedModules {
          // The same C library under its names on other systems.
          let name = ["Darwin", "Musl"].contains(module) ? "Glibc" : module
          #expect(
            row.imports.contains(name),
            "\(file.path) imports \(module), which ARCHITECTURE.md does not allow to \(row.target)")
        }
      }
    }
  }

  @Test func `a row allows only what is imported`() throws {
    for row in table.rows {
      let files = try files(of: row)
      if files.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) { continue }  // not begun yet
      let imported = Set(files.flatMap(\.importedModules))
      for module in row.imports.sorted() {
        #expect(imported.contains(module), "\(row.target) does not import \(module): take it out of ARCHITECTURE.md")
      }
    }
  }

  @Test func `arrows point downward`() {
    for row in table.rows {
      for module in row.imports.sorted() {
        guard let imported = table[module] else { continue }
        #expect(imported.layer < row.layer, "\(row.target) may import \(module), which is not below it")
      }
    }
  }

  @Test func `an external dependency and Dispatch have one importer each`() {
    var importers: [String: [String]] = [:]
    for row in table.rows {
      for module in row.imports where table[module] == nil && !ImportTable.systemModules.contains(module) {
        importers[module, default: []].append(row.target)
      }
    }
    for (module, targets) in importers {
      #expect(targets.count == 1, "\(module) is imported by \(targets.joined(separator: " and "))")
    }
    #expect(table.rows.filter { $0.imports.contains("Dispatch") }.map(\.target) == ["ParallelExecution"])
  }
}
