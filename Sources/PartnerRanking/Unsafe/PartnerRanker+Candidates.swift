import Glibc

extension PartnerRanker {
  /// Everybody for whom a column speaks, with the parts of the score.
  ///
  /// Invariant: as in ``fill(_:for:)``; the columns are filled.
  func candidates(
    _ query: PartnerQuery, _ scratch: RankingScratch, admits: (UInt32) -> Bool
  ) -> [RankedPartner] {
    var (largestCoverage, largestWalk) = (0.0, 0.0)
    for organization in scratch.touched where organization != query.applicant {
      largestCoverage = unsafe max(largestCoverage, scratch.coverage[Int(organization)])
      largestWalk = unsafe max(largestWalk, scratch.walk[Int(organization)])
    }
    var partners: [RankedPartner] = []
    partners.reserveCapacity(scratch.touched.count)
    for organization in scratch.touched where organization != query.applicant {
      let index = Int(organization)
      let (votes, shared) = unsafe (scratch.votes[index], scratch.sharedProjects[index])
      let isCandidate = unsafe scratch.marks[index] & (RankingScratch.walkMark | RankingScratch.nameMark) != 0
      // Without any evidence there is nothing to show for an organisation.
      guard votes > 0 || shared > 0 || isCandidate, graph.degree(of: organization) > 0, admits(organization) else {
        continue
      }
      var score = PartnerScore()
      score.votes = rounded(parameters.votesWeight * log(1 + parameters.votesScale * votes))
      score.sharedProjects = rounded(
        parameters.sharedProjectsWeight * log(1 + parameters.sharedProjectsScale * shared))
      if largestCoverage > 0 {
        score.coverage = unsafe rounded(parameters.coverageWeight * (scratch.coverage[index] / largestCoverage))
      }
      if largestWalk > 0 {
        let share = unsafe scratch.walk[index] / largestWalk
        score.network = rounded(parameters.networkWeight * log(1 + parameters.networkScale * share))
      }
      let country = Int(texts.countries[index])
      if let own = query.country, own == country { score.country = rounded(parameters.countryWeight) }
      let countryMention = country < query.countryMentions.count ? query.countryMentions[country] : 0
      score.named = unsafe rounded(scratch.named[index])
      score.place = unsafe rounded(scratch.city[index] + parameters.countryMentionWeight * countryMention)
      score.fame = rounded(fame(of: organization))
      partners.append(RankedPartner(organization: organization, score: score))
    }
    return partners
  }

  /// How much a body is put back because it has a large share of all evidence.
  private func fame(of organization: UInt32) -> Double {
    let usual = max(parameters.fameEvidenceCount, parameters.fameShare * Double(graph.evidenceCount))
    return -parameters.fameWeight * log(max(Double(graph.degree(of: organization)) / usual, 1))
  }

  /// To millionths, so that parts that are printed add up to the score that is printed.
  private func rounded(_ part: Double) -> Double { (part * 1_000_000).rounded() / 1_000_000 }
}
