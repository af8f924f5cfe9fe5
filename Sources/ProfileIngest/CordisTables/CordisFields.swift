import ResearchProfiles

/// Which fields of science projects are of, kept in memory while the projects are read: each field once, and some 16 bytes for
/// each row.
struct CordisFields {
  /// Rows that are kept; all of Horizon Europe has 60,000.
  static let rowLimit = 5_000_000

  private var codes: [ClassificationCode] = []
  private var places: [ClassificationCode: Int32] = [:]
  private var fields: [String: [Int32]] = [:]
  private(set) var rowCount = 0

  var isFull: Bool { rowCount >= Self.rowLimit }

  /// Takes a row of the table: `projectID`, and `euroSciVocPath` (titles from the widest to the narrowest) or
  /// `euroSciVocTitle`. Numbers (`euroSciVocCode`) are left out as in the XML: the titles are what the fields are known by.
  mutating func add(_ row: CordisRow) {
    let path = row.line("euroSciVocPath") ?? ""
    guard !isFull, let code = EuroSciVoc.code(path: path, title: row.line("euroSciVocTitle") ?? "") else { return }
    rowCount += 1
    let place = places[code] ?? Int32(codes.count)
    if Int(place) == codes.count {
      places[code] = place
      codes.append(code)
    }
    fields[row.identifier("projectID"), default: []].append(place)
  }

  /// The fields of a project, in the table's order, each once.
  func codes(of projectID: String) -> [ClassificationCode] {
    var found: [ClassificationCode] = []
    for place in fields[projectID] ?? [] { found.addBounded(codes[Int(place)]) }
    return found
  }
}
