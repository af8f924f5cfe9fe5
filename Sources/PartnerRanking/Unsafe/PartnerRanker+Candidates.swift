/// A candidate of a ranking: its slot and the sum of its parts in millionths.
struct RankingCandidate {
  var total: Int32
  var slot: Int
}

/// Makes scores of filled columns.
///
/// Invariant: as in ``PartnerRanker/fill(_:for:)``; the columns are filled.
extension PartnerRanker {
  /// What the columns of a ranking are measured against, and the parts that are the same for all bodies of a country.
  struct Measure {
    var applicant: UInt32?
    var country: Int?
    var countryMentions: [Double]
    /// The number of the applicant's city, 0 for unknown.
    var city: UInt32
    var kind: Int
    var largestCoverage = 0.0
    var largestWalk = 0.0
    var largestPartnerWalk = 0.0
    /// For each country the four parts about countries.
    var countryParts: [SIMD4<Int32>] = []
    /// The part of the applicant's own city.
    var cityPart: Int32 = 0
  }

  func measure(_ query: PartnerQuery, _ scratch: RankingScratch) -> Measure {
    var measure = Measure(
      applicant: query.applicant, country: query.country.map(Int.init), countryMentions: query.countryMentions,
      city: query.applicant.map { texts.cities[Int($0)] } ?? 0, kind: query.kind)
    for slot in 0..<scratch.count where unsafe scratch.organizations[slot] != query.applicant {
      measure.largestCoverage = unsafe max(measure.largestCoverage, scratch.coverage[slot])
      measure.largestWalk = unsafe max(measure.largestWalk, scratch.walk[slot])
      measure.largestPartnerWalk = unsafe max(measure.largestPartnerWalk, scratch.partnerWalk[slot])
    }
    curves.withReader { curves in
      measure.countryParts = (0..<countryTies.countryCount).map { country in
        let features = countryFeatures(country, measure)
        return SIMD4(
          curves.millionths(PartnerScore.Part.country.lane, of: features.isOwn),
          curves.millionths(PartnerScore.Part.countryTies.lane, of: features.ties),
          curves.millionths(PartnerScore.Part.countryNamed.lane, of: features.named),
          curves.millionths(PartnerScore.Part.ownCountryNamed.lane, of: features.isOwnNamed))
      }
      measure.cityPart = curves.millionths(PartnerScore.Part.city.lane, of: 1)
    }
    return measure
  }

  private func countryFeatures(
    _ country: Int, _ measure: Measure
  ) -> (isOwn: Double, ties: Double, named: Double, isOwnNamed: Double) {
    let isOwn = measure.country == country
    let named = country < measure.countryMentions.count ? measure.countryMentions[country] : 0
    return (
      isOwn ? 1 : 0, measure.country.map { countryTies.value($0, country) } ?? 0, named, isOwn && named > 0 ? 1 : 0
    )
  }

  /// Everybody for whom a column speaks, with the sum of the parts.
  func candidates(
    _ measure: Measure, _ scratch: RankingScratch, admits: (UInt32) -> Bool
  ) -> [RankingCandidate] {
    var candidates: [RankingCandidate] = []
    candidates.reserveCapacity(scratch.count)
    curves.withReader { curves in
      for slot in 0..<scratch.count {
        // Without any evidence there is nothing to show for an organisation.
        guard unsafe scratch.votes[slot] > 0 || scratch.sharedProjects[slot] > 0 || scratch.marks[slot] != 0,
          case let organization = unsafe scratch.organizations[slot], organization != measure.applicant,
          graph.degree(of: organization) > 0, admits(organization)
        else { continue }
        let total = parts(ofSlot: slot, measure, scratch, curves).wrappedSum()
        candidates.append(RankingCandidate(total: total, slot: slot))
      }
    }
    return candidates
  }

  func score(ofSlot slot: Int, _ measure: Measure, _ scratch: RankingScratch) -> PartnerScore {
    var score = PartnerScore()
    score.millionths = curves.withReader { parts(ofSlot: slot, measure, scratch, $0) }
    return score
  }

  /// The parts of an organisation's score. Most features are 0 for most, which costs nothing.
  @inline(__always)
  private func parts(
    ofSlot slot: Int, _ measure: Measure, _ scratch: RankingScratch, _ curves: CurveTable.Reader
  ) -> SIMD16<Int32> {
    let organization = unsafe Int(scratch.organizations[slot])
    var parts = self.curves.nothing
    func set(_ part: PartnerScore.Part, _ feature: Double) {
      if feature != 0 { parts[part.lane] = curves.millionths(part.lane, of: feature) }
    }
    unsafe set(.votes, scratch.votes[slot])
    unsafe set(.needs, scratch.needs[slot])
    if measure.largestCoverage > 0 { unsafe set(.coverage, scratch.coverage[slot] / measure.largestCoverage) }
    if measure.largestWalk > 0 { unsafe set(.network, scratch.walk[slot] / measure.largestWalk) }
    if measure.largestPartnerWalk > 0 {
      unsafe set(.partnerNetwork, scratch.partnerWalk[slot] / measure.largestPartnerWalk)
    }
    unsafe set(.sharedProjects, scratch.sharedProjects[slot])
    unsafe set(.named, scratch.named[slot])
    unsafe set(.acronymNamed, scratch.acronyms[slot])
    unsafe set(.cityNamed, scratch.city[slot])
    let country = measure.countryParts[Int(texts.countries[organization])]
    parts[PartnerScore.Part.country.lane] = country[0]
    parts[PartnerScore.Part.countryTies.lane] = country[1]
    parts[PartnerScore.Part.countryNamed.lane] = country[2]
    parts[PartnerScore.Part.ownCountryNamed.lane] = country[3]
    if measure.city != 0, texts.cities[organization] == measure.city {
      parts[PartnerScore.Part.city.lane] = measure.cityPart
    }
    parts[PartnerScore.Part.kinds.lane] = kindParts[measure.kind][Int(texts.kinds[organization])]
    parts[PartnerScore.Part.fame.lane] = fame[organization]
    return parts
  }

  func features(ofSlot slot: Int, _ measure: Measure, _ scratch: RankingScratch) -> PartnerFeatures {
    let organization = unsafe scratch.organizations[slot]
    var features = PartnerFeatures(
      organization: organization, evidenceCount: graph.degree(of: organization), applicantKind: measure.kind,
      kind: Int(texts.kinds[Int(organization)]))
    unsafe features[.votes] = scratch.votes[slot]
    unsafe features[.needs] = scratch.needs[slot]
    if measure.largestCoverage > 0 { unsafe features[.coverage] = scratch.coverage[slot] / measure.largestCoverage }
    if measure.largestWalk > 0 { unsafe features[.network] = scratch.walk[slot] / measure.largestWalk }
    unsafe features[.sharedProjects] = scratch.sharedProjects[slot]
    if measure.largestPartnerWalk > 0 {
      unsafe features[.partnerNetwork] = scratch.partnerWalk[slot] / measure.largestPartnerWalk
    }
    unsafe features[.named] = scratch.named[slot]
    unsafe features[.acronymNamed] = scratch.acronyms[slot]
    unsafe features[.cityNamed] = scratch.city[slot]
    let country = countryFeatures(Int(texts.countries[Int(organization)]), measure)
    features[.country] = country.isOwn
    features[.countryTies] = country.ties
    features[.countryNamed] = country.named
    features[.ownCountryNamed] = country.isOwnNamed
    features[.city] = measure.city != 0 && texts.cities[Int(organization)] == measure.city ? 1 : 0
    return features
  }
}
