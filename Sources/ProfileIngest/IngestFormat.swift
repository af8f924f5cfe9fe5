/// A format of records that Moim reads. Found from content unless it is forced.
public enum IngestFormat: String, CaseIterable, Hashable, Sendable {
  /// CORDIS project XML, with or without its default namespace.
  case cordis
  /// CERIF-XML in the OpenAIRE profile 1.0 to 1.2, bare or in OAI-PMH answers.
  case cerif
  /// Moim's own JSON Lines (a JSON array of the same objects is read as well).
  case jsonLines = "jsonl"

  /// The format of a name that a user gives: a raw value, or what else it is called.
  public init?(named name: String) {
    let synonyms = ["cordis-xml": "cordis", "cerif-xml": "cerif", "json-lines": "jsonl", "json": "jsonl"]
    let lowercased = name.lowercased()
    self.init(rawValue: synonyms[lowercased] ?? lowercased)
  }
}
