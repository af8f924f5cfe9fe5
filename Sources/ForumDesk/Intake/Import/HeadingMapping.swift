/// Which column of a form service's export holds what. Shown to officers, corrected by them, remembered as JSON by the
/// fingerprint of the heading line.
public struct HeadingMapping: Hashable, Sendable, Codable {
  /// How the meaning of a column is known.
  public enum Certainty: String, Hashable, Sendable, Codable {
    /// An officer said so.
    case stated
    /// The heading is one that the form knows.
    case known
    /// The heading resembles one.
    case similar
    case unknown
  }

  public struct Column: Hashable, Sendable, Codable {
    /// As one line.
    public var heading: String
    public var meaning: FormColumn
    public var certainty: Certainty

    public init(heading: String, meaning: FormColumn, certainty: Certainty) {
      self.heading = heading
      self.meaning = meaning
      self.certainty = certainty
    }
  }

  /// In the order of the table.
  public var columns: [Column]

  public init(columns: [Column]) { self.columns = columns }

  /// Says what a column holds, as an officer does.
  ///
  /// - Parameter place: from 0.
  public mutating func correct(_ place: Int, to meaning: FormColumn) {
    guard columns.indices.contains(place) else { return }
    columns[place].meaning = meaning
    columns[place].certainty = .stated
  }

  public func holds(_ key: IntakeKey) -> Bool { columns.contains { $0.meaning == .field(key) } }

  /// A digest of the heading line, the same for headings that differ in blanks, punctuation and case only.
  public var fingerprint: String { Self.fingerprint(of: columns.map(\.heading)) }

  public static func fingerprint(of headings: [String]) -> String {
    TextDigest.of(headings.map { CleanText.key($0) }.joined(separator: "\u{1F}"))
  }
}
