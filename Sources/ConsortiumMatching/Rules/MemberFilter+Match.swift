import CallRules
import ResearchProfiles

extension MemberFilter {
  /// Whether the filter admits a body; fields whose absence leaves it open are collected.
  func match(_ facts: MemberFacts, homeCountry: String?, missing: inout [MemberFacts.Field]) -> Tristate {
    var result = Tristate.yes
    var open: [MemberFacts.Field] = []
    func demand(_ holds: Bool?, _ field: MemberFacts.Field) {
      result = result.and(Tristate(holds))
      if holds == nil { open.append(field) }
    }
    if !kinds.isEmpty { demand(facts.kind.map(kinds.contains), .kind) }
    if !countries.isEmpty { demand(facts.country.map(countries.contains), .country) }
    if !regions.isEmpty { demand(facts.region.map(regions.contains), .region) }
    // Only companies have a size; another body is of none of the sizes.
    if !sizes.isEmpty {
      if let kind = facts.kind, kind != .company {
        demand(false, .size)
      } else {
        demand(facts.size.map(sizes.contains), .size)
      }
    }
    if let isForeign {
      demand(facts.country.flatMap { code in homeCountry.map { (code != $0) == isForeign } }, .country)
    }
    if let isNewcomer { demand(facts.isNewcomer.map { $0 == isNewcomer }, .newcomer) }
    if result == .unknown { missing += open }
    return result
  }

  func match(_ facts: MemberFacts, homeCountry: String?) -> Tristate {
    var missing: [MemberFacts.Field] = []
    return match(facts, homeCountry: homeCountry, missing: &missing)
  }
}
