/// A format of records that Moim reads. Found from content unless it is forced.
///
/// Who reads which format, and how it is recognised, is stated by ``FormatRegistry`` alone.
public enum IngestFormat: String, CaseIterable, Hashable, Sendable {
  /// CORDIS project XML, with or without its default namespace.
  case cordis
  /// CORDIS projects as JSON.
  case cordisJSON = "cordis-json"
  /// CORDIS projects and organisations as CSV with semicolons.
  case cordisCSV = "cordis-csv"
  /// CERIF-XML in the OpenAIRE profile 1.0 to 1.2, bare or in OAI-PMH answers.
  case cerif
  /// ROR organisation records, schema 1 and 2.
  case ror
  /// NTIS answers: projects, their partners, outputs, institutions.
  case ntis
  /// KCI answers, also over OAI-PMH (`oai_kci`).
  case kci
  /// ScienceON answers.
  case scienceON = "scienceon"
  /// KIPRIS Plus answers.
  case kipris
  /// DART company codes (XML) and company overviews (JSON).
  case dart
  /// Answers in the envelope of data.go.kr, and those of K-Startup.
  case dataGoKr = "datagokr"
  /// Dublin Core over OAI-PMH (`oai_dc`).
  case dublinCore = "oai-dc"
  /// Any other XML, by a mapping file.
  case mappedXML = "mapped-xml"
  /// Tables (CSV, TSV, XLSX) by a mapping of their columns.
  case table
  /// The text of HWPX documents.
  case hwpx
  /// Moim's own JSON Lines (a JSON array of the same objects is read as well).
  case jsonLines = "jsonl"

  /// A format of a name that a user gives: a raw value, or what else it is called.
  public init?(named name: String) {
    let synonyms = [
      "cordis-xml": "cordis", "cerif-xml": "cerif", "json-lines": "jsonl", "json": "jsonl", "data.go.kr": "datagokr",
      "k-startup": "datagokr", "kstartup": "datagokr", "dublin-core": "oai-dc", "oai_dc": "oai-dc", "oai_kci": "kci",
      "csv": "table", "tsv": "table", "xlsx": "table", "xml": "mapped-xml",
    ]
    let lowercased = name.lowercased()
    self.init(rawValue: synonyms[lowercased] ?? lowercased)
  }
}
