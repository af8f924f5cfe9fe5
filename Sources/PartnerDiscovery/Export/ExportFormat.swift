/// What an export is written as.
public enum ExportFormat: String, CaseIterable, Hashable, Sendable {
  /// Moim's own JSON Lines, one file: importing it gives the same organisations and evidence.
  case jsonLines = "jsonl"
  /// A folder of tables for spreadsheets: organisations, evidence, and who took part in what.
  case csv
  /// CERIF-XML 1.2 in the OpenAIRE profile, one file.
  case cerif
}
