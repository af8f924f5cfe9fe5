/// What an id must be to serve in runs and reports.
enum RecordIdentifier {
  static let byteLimit = 1024

  /// What is wrong with an id, or `nil` when it can be used as it is.
  static func defect(of id: String) -> IngestText? {
    if id.isEmpty { return "it has no id" }
    if id.utf8.count > byteLimit { return "its id is longer than \(byteLimit) bytes" }
    if id.holdsControls { return "its id holds control characters" }
    return nil
  }
}
