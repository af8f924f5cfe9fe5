/// Where a record stands.
public struct RecordLocation: Hashable, Sendable, CustomStringConvertible {
  /// The file's path; for an entry of an archive `archive.zip!/entry.xml`.
  public var source: String
  /// The line on which the record begins, from 1. For XML, that on which its start tag ends.
  public var line: Int

  public init(source: String, line: Int) {
    self.source = source
    self.line = line
  }

  public var description: String { "\(source):\(line)" }
}
