import Testing

@Suite struct SourceFileTests {
  @Test func `comments and strings are no code`() {
    let file = SourceFile(
      path: "Sources/A/B.swift",
      text: #"""
        import GRDB  // import Dispatch
        /* import Foundation
        print() */ public import struct Glibc.stat
        @preconcurrency package import Zip
        let text = "import Z print(\"x\") // no"; let other = unsafe one
        let long = """
          import Y \""" print(2)
          """; footprint(3); reimport(4)
        """#)
    #expect(file.importedModules == ["GRDB", "Glibc", "Zip"])
    #expect(file.lineNumbers(containing: "print(").isEmpty)
    #expect(file.lineNumbers(containing: "footprint(") == [8])
    #expect(file.lineNumbers(containing: "unsafe") == [5])
    #expect(!file.isFenced)
    #expect(SourceFile(path: "Sources/A/Unsafe/B.swift", text: "").isFenced)
  }

  @Test func `the table is read from Markdown`() {
    let table = ImportTable(
      architecture: """
        | layer | target | may import | one sentence |
        |---|---|---|---|
        | 0 | `C` | | Names C. |
        | 3 | `Records` | `C`, `GRDB` | Keeps `things`. |

        | file | why |
        |---|---|
        | `Sources/C/X.swift` | because |
        """)
    #expect(table.rows.map(\.target) == ["C", "Records"])
    #expect(table["Records"]?.imports == ["C", "GRDB"])
    #expect(table["Records"]?.layer == 3)
    #expect(table["C"]?.imports == [])
    #expect(table.unfencedFiles == ["Sources/C/X.swift": "because"])
  }
}
