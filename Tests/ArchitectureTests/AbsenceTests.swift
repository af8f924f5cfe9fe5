import Testing

/// What must not be in the sources.
@Suite struct AbsenceTests {
  let table: ImportTable
  let sources: [SourceFile]

  init() throws {
    table = ImportTable(architecture: try PackageFolder.text(of: "ARCHITECTURE.md"))
    sources = try PackageFolder.librarySources.get()
  }

  private func layer(of file: SourceFile) -> Int {
    let target = file.path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    return table[target]?.layer ?? 0
  }

  @Test(arguments: [
    "print(", "debugPrint(", "dump(", "NSLog", "getenv", "ProcessInfo", "CommandLine", "Date()", "Date.now",
    "ContinuousClock", "SuspendingClock", "clock_gettime", "gettimeofday", "currentDirectoryPath", "getcwd",
  ])
  func `nothing below the use cases prints or reads environment, clock or current folder`(name: String) {
    for file in sources where layer(of: file) < 4 {
      for line in file.lineNumbers(containing: name) { Issue.record("\(file.path):\(line) uses \(name)") }
    }
  }

  @Test(arguments: ["unsafe", "@unchecked"])
  func `unsafe code stands behind its fence`(word: String) {
    for file in sources where !file.isFenced && table.unfencedFiles[file.path] == nil {
      for line in file.lineNumbers(containing: word) {
        Issue.record("\(file.path):\(line) says \(word): move it to a folder named Unsafe")
      }
    }
  }

  @Test func `a file that may hold unsafe code has some, and a reason`() {
    for (path, reason) in table.unfencedFiles.sorted(by: { $0.key < $1.key }) {
      let file = sources.first { $0.path == path }
      let isUnsafe = ["unsafe", "@unchecked"].contains { word in file?.lineNumbers(containing: word).isEmpty == false }
      #expect(isUnsafe, "\(path) needs no place in the list of ARCHITECTURE.md")
      #expect(reason.contains { $0.isLetter }, "\(path) has no reason")
    }
  }

  @Test(arguments: ["SearchIndex", "Retrieval"])
  func `the search engine does not know what an organisation is`(target: String) {
    for file in sources where file.path.hasPrefix("Sources/\(target)/") {
      let lines = String(decoding: file.code, as: UTF8.self).lowercased().split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where line.contains("organization") {
        Issue.record("\(file.path):\(index + 1) speaks of organisations")
      }
    }
  }

  @Test func `nothing is left to be done`() throws {
    let marks = ["TO" + "DO", "FIX" + "ME"]
    for folder in ["Sources", "Tests", "Corpus", "Benchmarks"] {
      for file in try PackageFolder.sources(in: folder) {
        for mark in marks where file.text.contains(mark) { Issue.record("\(file.path) has a \(mark)") }
      }
    }
  }
}
