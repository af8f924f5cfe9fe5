/// What an id must be to serve in runs and reports.
enum RecordIdentifier {
  static let byteLimit = 1024

  /// What is wrong with an id, or `nil` when it can be used as it is.
  static func defect(of id: String) -> IngestText? {
    if id.isEmpty { return "it has no id" }
    if id.utf8.count > byteLimit { return "its id is longer than \(byteLimit) bytes" }
    if holdsControls(id) { return "its id holds control characters" }
    return nil
  }

  private static func holdsControls(_ id: String) -> Bool {
    var id = id
    return id.withUTF8 { bytes in
      // Most ids have neither blanks nor controls, which one look tells.
      if unsafe !TextTraits(bytes).contains(.blanks), unsafe !bytes.contains(0x7F) { return false }
      return unsafe bytes.contains { $0 < 0x20 || $0 == 0x7F }
    }
  }
}
