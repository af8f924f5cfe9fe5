import ArgumentParser

@main
struct MoimCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moim",
    abstract: "Finds who should do joint research with whom. 공동연구 상대를 찾습니다.",
    discussion: """
      Imports exports of research information systems, searches them in Korean and English, and ranks partners for \
      applications, with the evidence for each.

      EXAMPLES
        moim import --workspace forum history.zip companies.jsonl
        moim search --workspace forum '"양자 센서" -통신' --kind company,institute
        moim match --workspace forum applications.jsonl --limit 10
        moim explain --workspace forum kist --application applications.jsonl
        moim propose --workspace forum applications.jsonl#a1 --rules korea-national
        moim allocate --workspace forum applications.jsonl --capacity 5
        moim bridge list --workspace forum 센서
        moim user add --workspace forum --role administrator officer
        moim serve --workspace forum

      Results go to standard output, everything else to standard error. The exit status is 0 when all was done, 1 when \
      it failed, 64 when the command was not understood.
      """,
    version: "0.1.0",
    subcommands: [
      ImportCommand.self, SearchCommand.self, FieldsCommand.self, MatchCommand.self, ExplainCommand.self,
      ProposeCommand.self, GapsCommand.self, AllocateCommand.self, AllocationsCommand.self, EvaluateCommand.self,
      TuneCommand.self, BridgeCommand.self, ResolveCommand.self, MergeCommand.self, SplitCommand.self,
      SourceCommand.self, ExportCommand.self, CheckCommand.self, ReindexCommand.self, IntakeCommand.self,
      ServeCommand.self, UserCommand.self, TokenCommand.self, BackupCommand.self, RestoreCommand.self,
      PurgeCommand.self,
    ])
}
