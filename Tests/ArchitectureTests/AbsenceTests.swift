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

  /// File and line of every place whose code has a word.
  private func places(of word: String, in files: [SourceFile]) -> [String] {
    files.flatMap { file in file.lineNumbers(containing: word).map { "\(file.path):\($0)" } }
  }

  @Test(arguments: [
    "print(", "debugPrint(", "dump(", "NSLog", "getenv", "ProcessInfo", "CommandLine", "Date()", "Date.now",
    "ContinuousClock", "SuspendingClock", "clock_gettime", "gettimeofday", "currentDirectoryPath", "getcwd",
  ])
  func `nothing below the use cases prints or reads environment, clock or current folder`(name: String) {
    let below = sources.filter { layer(of: $0) < 4 }
    #expect(places(of: name, in: below) == [])
  }

  @Test(arguments: ["unsafe", "@unchecked"])
  func `unsafe code stands behind its fence`(word: String) {
    let open = sources.filter { !$0.isFenced && table.unfencedFiles[$0.path] == nil }
    #expect(places(of: word, in: open) == [], "move them to a folder named Unsafe")
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
    let files = sources.filter { $0.path.hasPrefix("Sources/\(target)/") }
    #expect(!files.isEmpty)
    let knowing = files.flatMap { file in
      String(decoding: file.code, as: UTF8.self).lowercased().split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated().filter { $0.element.contains("organization") }.map { "\(file.path):\($0.offset + 1)" }
    }
    #expect(knowing == [])
  }

  @Test func `nothing is left to be done`() throws {
    let marks = ["TO" + "DO", "FIX" + "ME"]
    for folder in ["Sources", "Tests", "Corpus", "Benchmarks"] {
      let marked = try PackageFolder.sources(in: folder).filter { file in marks.contains { file.text.contains($0) } }
      #expect(marked.map(\.path) == [])
    }
  }
}
