import Glibc

/// A candidate of a ranking: its slot and the sum of its parts.
struct RankingCandidate {
  var total: Double
  var slot: Int
}

/// Makes scores of filled columns.
///
/// Invariant: as in ``PartnerRanker/fill(_:for:)``; the columns are filled.
extension PartnerRanker {
  /// What the columns of a ranking are measured against.
  struct Measure {
    var applicant: UInt32?
    var country: Int?
    var countryMentions: [Double]
    var largestCoverage = 0.0
    var largestWalk = 0.0
  }

  func measure(_ query: PartnerQuery, _ scratch: RankingScratch) -> Measure {
    var measure = Measure(
      applicant: query.applicant, country: query.country.map(Int.init), countryMentions: query.countryMentions)
    for slot in 0..<scratch.count where unsafe scratch.organizations[slot] != query.applicant {
      measure.largestCoverage = unsafe max(measure.largestCoverage, scratch.coverage[slot])
      measure.largestWalk = unsafe max(measure.largestWalk, scratch.walk[slot])
    }
    return measure
  }

  /// Everybody for whom a column speaks, with the sum of the parts.
  func candidates(
    _ measure: Measure, _ scratch: RankingScratch, admits: (UInt32) -> Bool
  ) -> [RankingCandidate] {
    var candidates: [RankingCandidate] = []
    candidates.reserveCapacity(scratch.count)
    for slot in 0..<scratch.count {
      // Without any evidence there is nothing to show for an organisation.
      guard unsafe scratch.votes[slot] > 0 || scratch.sharedProjects[slot] > 0 || scratch.marks[slot] != 0,
        case let organization = unsafe scratch.organizations[slot], organization != measure.applicant,
        graph.degree(of: organization) > 0, admits(organization)
      else { continue }
      candidates.append(RankingCandidate(total: score(ofSlot: slot, measure, scratch).total, slot: slot))
    }
    return candidates
  }

  /// The parts of an organisation's score. Most are zero for most, which costs nothing.
  @inline(__always)
  func score(ofSlot slot: Int, _ measure: Measure, _ scratch: RankingScratch) -> PartnerScore {
    let organization = unsafe Int(scratch.organizations[slot])
    var score = PartnerScore()
    let (votes, shared) = unsafe (scratch.votes[slot], scratch.sharedProjects[slot])
    if votes > 0 { score.votes = Self.rounded(parameters.votesWeight * log(1 + parameters.votesScale * votes)) }
    if shared > 0 {
      score.sharedProjects = Self.rounded(
        parameters.sharedProjectsWeight * log(1 + parameters.sharedProjectsScale * shared))
    }
    if measure.largestCoverage > 0 {
      let share = unsafe scratch.coverage[slot] / measure.largestCoverage
      if share > 0 { score.coverage = Self.rounded(parameters.coverageWeight * share) }
    }
    if measure.largestWalk > 0 {
      let share = unsafe scratch.walk[slot] / measure.largestWalk
      if share > 0 { score.network = Self.rounded(parameters.networkWeight * log(1 + parameters.networkScale * share)) }
    }
    let country = Int(texts.countries[organization])
    if measure.country == country { score.country = Self.rounded(parameters.countryWeight) }
    let named = unsafe scratch.named[slot]
    if named != 0 { score.named = Self.rounded(named) }
    let countryMention = country < measure.countryMentions.count ? measure.countryMentions[country] : 0
    let place = unsafe scratch.city[slot] + parameters.countryMentionWeight * countryMention
    if place != 0 { score.place = Self.rounded(place) }
    score.fame = fame[organization]
    return score
  }
}
