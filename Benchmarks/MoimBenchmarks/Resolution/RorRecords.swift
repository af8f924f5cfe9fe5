import Foundation
import ResearchProfiles

/// Just enough of ROR's records, schema 1 and 2, for measurements.
enum RorRecords {
  private struct Record: Decodable {
    struct Name: Decodable {
      var value: String
      var types: [String]
      var lang: String?
    }
    struct Location: Decodable {
      struct Details: Decodable {
        var countryCode: String?
        var countrySubdivisionName: String?
        var name: String?
      }
      var geonamesDetails: Details?
    }
    struct Label: Decodable {
      var label: String
      var iso639: String?
    }
    struct Country: Decodable { var countryCode: String? }
    struct Address: Decodable {
      var city: String?
      var state: String?
    }
    var id: String
    var names: [Name]?
    var locations: [Location]?
    var name: String?
    var labels: [Label]?
    var aliases: [String]?
    var acronyms: [String]?
    var country: Country?
    var addresses: [Address]?
  }

  static func profiles(at path: URL) throws -> [OrganizationProfile] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { line in
      profile(of: try decoder.decode(Record.self, from: Data(line.utf8)))
    }
  }

  private static func profile(of record: Record) -> OrganizationProfile {
    var profile = OrganizationProfile(
      id: OrganizationID(record.id), identifiers: [OrganizationIdentifier(scheme: "ROR", value: record.id)])
    if let names = record.names {
      for name in names {
        if name.types.contains("ror_display") {
          profile.names.entries.insert(.init(language: name.lang, text: name.value), at: 0)
        } else if name.types.contains("label") {
          profile.names.add(name.value, language: name.lang)
        } else {
          profile.aliases.append(name.value)
        }
      }
      let place = record.locations?.first?.geonamesDetails
      profile.country = place?.countryCode
      profile.city = place?.name
      profile.region = place?.countrySubdivisionName
    } else {
      profile.names.add(record.name ?? "")
      for label in record.labels ?? [] { profile.names.add(label.label, language: label.iso639) }
      profile.aliases = (record.aliases ?? []) + (record.acronyms ?? [])
      profile.country = record.country?.countryCode
      profile.city = record.addresses?.first?.city
      profile.region = record.addresses?.first?.state
    }
    return profile
  }
}
