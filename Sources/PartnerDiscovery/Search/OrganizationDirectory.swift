import ResearchProfiles
import SearchIndex

/// The organisations of a snapshot by number: the document numbers of the index's collection of organisations.
struct OrganizationDirectory: Sendable {
  let collection: CollectionSnapshot
  /// Ids that answer with another one's body.
  private let aliases: CollectionSnapshot?
  private let attributes: Deferred<Attributes>

  /// Attribute values (kind, country, region, city) that occur, and who has them.
  private struct Attributes: Sendable {
    var combinations: [[String]] = [[]]
    var combinationOf: [UInt32]

    /// - Complexity: linear in the organisations.
    init(_ collection: CollectionSnapshot) {
      combinationOf = Array(repeating: UInt32(0), count: collection.documentCount)
      for (number, segment) in collection.segments.enumerated() {
        let base = collection.documentBases[number]
        for (ordinal, combination) in segment.reader.attributeCombinations.enumerated() {
          combinations.append(combination)
          for document in segment.reader.documents(withCombination: ordinal) {
            combinationOf[base + Int(document)] = UInt32(combinations.count - 1)
          }
        }
      }
    }
  }

  init(_ collection: CollectionSnapshot, aliases: CollectionSnapshot? = nil) {
    self.collection = collection
    self.aliases = aliases
    attributes = Deferred { Attributes(collection) }
  }

  var count: Int { collection.documentCount }

  func id(_ number: UInt32) -> OrganizationID { OrganizationID(collection.id(of: Int(number))) }

  /// The order of ids by bytes, which breaks ties.
  func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
    let (a, b) = (collection.locate(Int(left)), collection.locate(Int(right)))
    return SegmentReader.compareIDs(
      (collection.segments[a.segment].reader, a.document), (collection.segments[b.segment].reader, b.document)) < 0
  }

  /// The organisation that answers to an id: a body that was merged answers to all of its own.
  func number(of id: OrganizationID) -> UInt32? {
    if let number = collection.document(withID: id.rawValue) { return UInt32(number) }
    guard let aliases, let alias = aliases.document(withID: id.rawValue) else { return nil }
    let place = aliases.locate(alias)
    let reader = aliases.segments[place.segment].reader
    var primary: Int?
    reader.forEachLink(of: place.document) { key, _ in primary = collection.document(withID: reader.linkKey(key)) }
    return primary.map { UInt32($0) }
  }

  /// - Complexity: linear in the organisations the first time.
  func attributes(_ number: UInt32) -> [String] {
    let attributes = attributes.value
    return attributes.combinations[Int(attributes.combinationOf[Int(number)])]
  }

  /// Upper-case code, "" for unknown.
  func country(_ number: UInt32) -> String { attribute(.country, of: number) }

  /// A value as filters compare it, "" for unknown.
  func attribute(_ attribute: IndexContents.Attribute, of number: UInt32) -> String {
    Self.value(attribute, in: attributes(number))
  }

  /// Calls `body` with every city and the organisations in it; a city of two kinds of organisation comes twice.
  func forEachCity(_ body: (_ city: String, _ organizations: [UInt32]) -> Void) {
    for (number, segment) in collection.segments.enumerated() {
      let base = UInt32(collection.documentBases[number])
      for (ordinal, combination) in segment.reader.attributeCombinations.enumerated() {
        let city = Self.value(.city, in: combination)
        if !city.isEmpty { body(city, segment.reader.documents(withCombination: ordinal).map { base + $0 }) }
      }
    }
  }

  private static func value(_ attribute: IndexContents.Attribute, in combination: [String]) -> String {
    attribute.rawValue < combination.count ? combination[attribute.rawValue] : ""
  }

  func card(_ number: UInt32) -> OrganizationCard? {
    let place = collection.locate(Int(number))
    return try? OrganizationCard(collection.segments[place.segment].reader.storedBytes(of: place.document))
  }
}
