import PartnerRanking
import ResearchProfiles

/// What ranking compares organisations by, as numbers.
extension DiscoverySession {
  /// A number for each organisation's city, 0 for unknown. Cities are those of one country.
  var cityNumbers: [UInt32] {
    var known: [String: UInt32] = [:]
    // By the city as it is written: letters are looked at once for each spelling.
    var spelled: [String: UInt32] = [:]
    var numbers = Array(repeating: UInt32(0), count: directory.count)
    directory.forEachCity { city, organizations in
      // They share all attributes, so also the country.
      guard let country = organizations.first.map({ directory.country($0) }) else { return }
      let spelling = country + " " + city
      let number =
        spelled[spelling]
        ?? {
          let letters = String(city.lowercased().filter(\.isLetter))
          guard !letters.isEmpty else { return 0 }
          let key = country + " " + letters
          let number = known[key] ?? UInt32(known.count + 1)
          known[key] = number
          return number
        }()
      spelled[spelling] = number
      for organization in organizations { numbers[Int(organization)] = number }
    }
    return numbers
  }

  /// An index of `KindTable` for each organisation.
  var kindIndexes: [UInt8] {
    (0..<UInt32(directory.count)).map { UInt8(KindTable.index(of: kind(of: $0))) }
  }

  func kind(of organization: UInt32?) -> OrganizationKind? {
    guard let attributes = organization.map({ directory.attributes($0) }) else { return nil }
    let place = IndexContents.Attribute.kind.rawValue
    return place < attributes.count ? OrganizationKind(rawValue: attributes[place]) : nil
  }
}
