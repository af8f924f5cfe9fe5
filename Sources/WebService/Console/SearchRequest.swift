import PartnerDiscovery
import ResearchFields
import ResearchProfiles

/// What the search page was asked, from its address and back into one.
struct SearchRequest: Hashable, Sendable {
  var query: String
  var isEvidence: Bool
  var kinds: [OrganizationKind]
  var countries: [String]
  var regions: [String]
  /// Of research, by id.
  var fields: [String]
  /// Years.
  var from: Int?
  var to: Int?
  /// From 1.
  var page: Int

  /// A query that is longer is cut: nobody types it.
  private static let queryLengthLimit = 2000
  private static let pageLimit = 500

  init(_ fields: FormFields) {
    query = String((fields["q"] ?? "").prefix(Self.queryLengthLimit))
    isEvidence = fields["level"] == "evidence"
    kinds = fields.values(of: "kind").compactMap(OrganizationKind.init(rawValue:))
    countries = fields.values(of: "country").filter { !$0.isEmpty }
    regions = fields.values(of: "region").filter { !$0.isEmpty }
    self.fields = fields.values(of: "field").filter { FieldList.standard[$0] != nil }
    func year(_ name: String) -> Int? {
      fields[name].flatMap { Int($0) }.flatMap { (1000...9999).contains($0) ? $0 : nil }
    }
    from = year("from")
    to = year("to")
    page = min(max(fields["page"].flatMap { Int($0) } ?? 1, 1), Self.pageLimit)
  }

  var level: String { isEvidence ? "evidence" : "organization" }

  var filter: SearchFilter {
    var filter = SearchFilter(kinds: kinds, countries: countries, regions: regions, fields: fields)
    if from != nil || to != nil {
      let (first, last) = (from ?? 1000, to ?? 9999)
      if let begin = CalendarDate(year: min(first, last), month: 1, day: 1),
        let end = CalendarDate(year: max(first, last), month: 12, day: 31)
      {
        filter.period = begin...end
      }
    }
    return filter
  }

  /// Everything but the query, the level and the page.
  var filterItems: [(String, String)] {
    kinds.map { ("kind", $0.rawValue) } + regions.map { ("region", $0) } + countries.map { ("country", $0) }
      + fields.map { ("field", $0) }
      + [from.map { ("from", String($0)) }, to.map { ("to", String($0)) }].compactMap { $0 }
  }

  var address: String {
    let items = [("q", query), ("level", level)] + filterItems + (page > 1 ? [("page", String(page))] : [])
    return "/desk/search" + AddressText.query(items.map { ($0.0, $0.1) })
  }
}
