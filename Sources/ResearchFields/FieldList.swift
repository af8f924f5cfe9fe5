public import ResearchProfiles

/// Moim's list of research fields, with the codes of other classifications that lead to them.
public struct FieldList: Sendable {
  /// What is wrong with a line of the tables.
  public struct Defect: Error, Equatable, Sendable, CustomStringConvertible {
    public var table: String
    /// From 1.
    public var line: Int
    public var reason: String

    public init(table: String, line: Int, reason: String) {
      self.table = table
      self.line = line
      self.reason = reason
    }

    public var description: String { "\(table):\(line): \(reason)" }
  }

  /// In the order of the table; parents before their children.
  public let fields: [ResearchField]
  private let places: [String: Int]
  /// By scheme and normalised code.
  private let codes: [ClassificationScheme: [String: String]]
  private let names: [ClassificationScheme: [String: String]]
  package let terms: [(field: String, term: String)]

  /// The list that is carried in the binary.
  public static let standard: FieldList = {
    do {
      return try FieldList(
        fields: PackageResources.fields_tsv, codes: PackageResources.codes_tsv, terms: PackageResources.terms_tsv)
    } catch {
      preconditionFailure("Moim's own list of fields is wrong: \(error)")
    }
  }()

  /// - Parameters:
  ///   - fields: id, parent, Korean and English name, with tabs between them.
  ///   - codes: scheme, code, field, name.
  ///   - terms: field, terms with `|` between them.
  public init(fields: [UInt8], codes: [UInt8], terms: [UInt8]) throws(Defect) {
    var list: [ResearchField] = []
    var places: [String: Int] = [:]
    for row in Self.rows(fields) {
      guard row.cells.count == 4, row.cells.indices.allSatisfy({ $0 == 1 || !row.cells[$0].isEmpty }) else {
        throw Defect(table: "fields.tsv", line: row.line, reason: "a field needs an id, a Korean and an English name")
      }
      let parent = row.cells[1].isEmpty ? nil : row.cells[1]
      guard places[row.cells[0]] == nil, parent.map({ places[$0] != nil && row.cells[0].hasPrefix($0 + ".") }) ?? true
      else {
        throw Defect(table: "fields.tsv", line: row.line, reason: "'\(row.cells[0])' is there twice or has no parent")
      }
      places[row.cells[0]] = list.count
      list.append(ResearchField(id: row.cells[0], parentID: parent, korean: row.cells[2], english: row.cells[3]))
    }
    var codesByScheme: [ClassificationScheme: [String: String]] = [:]
    var namesByScheme: [ClassificationScheme: [String: String]] = [:]
    for row in Self.rows(codes) {
      guard row.cells.count == 4, let scheme = ClassificationScheme(rawValue: row.cells[0]),
        places[row.cells[2]] != nil
      else { throw Defect(table: "codes.tsv", line: row.line, reason: "the scheme or the field is unknown") }
      codesByScheme[scheme, default: [:]][Self.key(row.cells[1], scheme)] = row.cells[2]
      if !row.cells[3].isEmpty { namesByScheme[scheme, default: [:]][Self.nameKey(row.cells[3])] = row.cells[2] }
    }
    var termList: [(field: String, term: String)] = []
    for row in Self.rows(terms) {
      guard row.cells.count == 2, places[row.cells[0]] != nil else {
        throw Defect(table: "terms.tsv", line: row.line, reason: "the field is unknown")
      }
      for term in row.cells[1].split(separator: "|") { termList.append((row.cells[0], String(term))) }
    }
    (self.fields, self.places, self.codes, self.names, self.terms) = (
      list, places, codesByScheme, namesByScheme, termList
    )
  }

  public subscript(id: String) -> ResearchField? { places[id].map { fields[$0] } }

  /// The place of a field in ``fields``.
  public func place(of id: String) -> Int? { places[id] }

  /// The field that somebody means by an id or by one of its names, in any case.
  public func field(named text: String) -> ResearchField? {
    let key = Self.nameKey(text)
    return self[key] ?? fields.first { Self.nameKey($0.korean) == key || Self.nameKey($0.english) == key }
  }

  /// The codes of a classification that lead to a field itself, normalised, in order.
  public func codes(of field: String, scheme: ClassificationScheme) -> [String] {
    (codes[scheme] ?? [:]).filter { $0.value == field }.keys.sorted()
  }

  /// The field of a code, and whether the code itself is known (else a wider one is); `nil` where not even that is.
  func field(of code: ClassificationCode) -> (field: String, isExact: Bool)? {
    guard let scheme = ClassificationScheme(rawValue: code.scheme) else { return nil }
    if let name = code.name, let field = names[scheme]?[Self.nameKey(name)] { return (field, true) }
    guard let known = codes[scheme] else { return nil }
    if scheme == .euroSciVoc {
      // The last title of a path is the narrowest.
      let titles = code.code.split(separator: "/").map { Self.nameKey(String($0)) }.filter { !$0.isEmpty }
      for (distance, title) in titles.reversed().enumerated() {
        if let field = known[title] { return (field, distance == 0) }
      }
      return nil
    }
    var key = Self.key(code.code, scheme)
    let length = key.count
    while !key.isEmpty {
      if let field = known[key] { return (field, key.count == length) }
      key.removeLast()
      // FOS 1.10 is not below 1.1.
      if scheme == .oecd, let point = key.lastIndex(of: ".") { key = String(key[..<point]) }
    }
    return nil
  }

  private static func key(_ code: String, _ scheme: ClassificationScheme) -> String {
    switch scheme {
    case .euroSciVoc: nameKey(code)
    case .oecd: code.filter { $0.isNumber || $0 == "." }
    case .koreanStandard, .patents: code.uppercased().filter { $0.isLetter || $0.isNumber || $0 == "/" }
    }
  }

  private static func nameKey(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func rows(_ bytes: [UInt8]) -> [(line: Int, cells: [String])] {
    var rows: [(line: Int, cells: [String])] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && line.first != 0x23 {
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      rows.append((index + 1, cells.map { String(decoding: $0, as: UTF8.self) }))
    }
    return rows
  }
}
