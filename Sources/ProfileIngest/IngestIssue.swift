/// Something a source holds that could not be read as it stands. Bad records are data: the rest goes on.
public struct IngestIssue: Hashable, Sendable, Codable, CustomStringConvertible {
  public enum Severity: String, Hashable, Sendable, Codable {
    /// Something was left out or guessed; no record was lost.
    case warning
    /// Records were lost: as many as ``IngestIssue/occurrences`` says.
    case rejected
  }

  public var severity: Severity
  /// The file's path; for an entry of an archive `archive.zip!/entry.xml`.
  public var file: String
  /// From 1; the first of several. `nil` where the issue concerns the whole file.
  public var line: Int?
  /// The record's id, where it is known.
  public var record: String?
  /// What is wrong, as a clause without a full stop.
  public var finding: IngestText
  /// What the user can do about it, as an imperative clause without a full stop.
  public var advice: IngestText
  /// How often it occurs. For rejections, the number of records that are lost.
  public var occurrences: Int

  public init(
    severity: Severity, file: String, line: Int? = nil, record: String? = nil, reason: IngestText, remedy: IngestText,
    occurrences: Int = 1
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.record = record
    finding = reason
    advice = remedy
    self.occurrences = occurrences
  }

  /// ``finding`` in English.
  public var reason: String { finding.description }
  /// ``advice`` in English.
  public var remedy: String { advice.description }

  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let subject = record.map { " record \($0):" } ?? ""
    let count = occurrences == 1 ? "" : " (\(occurrences) times)"
    return "\(place):\(subject) \(reason)\(count); \(remedy)"
  }
}
