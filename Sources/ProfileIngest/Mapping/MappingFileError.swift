/// What is wrong with a mapping file.
public struct MappingFileError: Error, Equatable, Sendable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  /// Where in the file, as keys: `records[2].title`; empty for the file as a whole.
  public var place: String
  /// A clause without a full stop.
  public var reason: String
  /// An imperative clause without a full stop.
  public var remedy: String

  public init(file: String, line: Int, place: String, reason: String, remedy: String) {
    self.file = file
    self.line = line
    self.place = place
    self.reason = reason
    self.remedy = remedy
  }

  public var description: String {
    "\(file):\(line): " + (place.isEmpty ? "" : "in \(place), ") + "\(reason); \(remedy)"
  }
}
