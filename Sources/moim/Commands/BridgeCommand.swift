import ArgumentParser
import PartnerDiscovery

struct BridgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bridge",
    abstract: "Mines and shows the term pairs that bridge Korean and English.",
    discussion: """
      Searches and matches add terms of the other language to those that were typed: from the glossary that Moim brings \
      along, and from pairs mined from titles, keywords and names that the workspace has in both languages. \
      'moim import' mines by itself where the workspace speaks both languages and has grown by a quarter.

      Tables of your own (.tsv, with the columns id, field, korean, english, abbreviations, note) in the workspace's \
      folder 'glossary' are used at once; a concept of yours replaces the one with the same id.

      EXAMPLES
        moim bridge mine --workspace forum
        moim bridge list --workspace forum --limit 50
        moim bridge list --workspace forum 센서
      """,
    subcommands: [MineCommand.self, ListCommand.self])

  struct MineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "mine", abstract: "Mines term pairs anew from the workspace's bilingual records.")

    @OptionGroup var workspace: WorkspaceOption

    @Flag(name: .long, help: "Prints one JSON document.")
    var json = false

    private struct Document: Encodable {
      var records: Int
      var texts: Int
      var pairs: Int
    }

    func run() throws {
      let report = try MineTermPairs(workspace: workspace.resolved).run()
      if json {
        let document = Document(records: report.recordCount, texts: report.textCount, pairs: report.pairCount)
        return try Terminal.print(try Format.json(document))
      }
      try Terminal.print(
        "mined \(report.pairCount) term pairs from \(report.textCount) texts in both languages of \(report.recordCount) records"
      )
      if report.textCount == 0 {
        Terminal.note(
          "no record has a title, keywords or names in Korean and in English; the glossary bridges all the same")
      }
    }
  }

  struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Shows mined pairs of words, the surest first.")

    @OptionGroup var workspace: WorkspaceOption

    @Option(name: .long, help: ArgumentHelp("Pairs, at most.", valueName: "count"))
    var limit = 30

    @Flag(name: .long, help: "Prints one JSON document.")
    var json = false

    @Argument(help: "Only pairs with this word, in either language.")
    var word: String?

    func validate() throws { try validateLimit(limit) }

    private struct Pair: Encodable {
      var korean: String
      var english: String
      var confidence: Double
      var joint: Double
      var koreanRecords: Int
      var englishRecords: Int

      enum CodingKeys: String, CodingKey {
        case korean, english, confidence, joint
        case koreanRecords = "korean_records"
        case englishRecords = "english_records"
      }
    }

    private struct Document: Encodable {
      var pairs: [Pair]
      var total: Int
    }

    func run() throws {
      let found = try ListTermPairs(workspace: workspace.resolved).pairs(matching: word)
      if json {
        let pairs = found.prefix(limit).map {
          Pair(
            korean: $0.korean, english: $0.english, confidence: $0.confidence, joint: $0.jointCount,
            koreanRecords: $0.koreanCount, englishRecords: $0.englishCount)
        }
        return try Terminal.print(try Format.json(Document(pairs: pairs, total: found.count)))
      }
      let rows = found.prefix(limit).map { pair in
        [
          Format.decimal(pair.confidence, 2), pair.korean, pair.english,
          "together in \(Format.decimal(pair.jointCount, 1)) of \(pair.koreanCount) and \(pair.englishCount) texts",
        ]
      }
      if !rows.isEmpty { try Terminal.printText(Format.table(rows, rightAligned: [0])) }
      Terminal.note("\(rows.count) of \(found.count) pairs; English words are shown by their stems")
    }
  }
}
