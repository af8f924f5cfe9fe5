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
      let isWalkCandidate = unsafe scratch.marks[index] & RankingScratch.walkMark != 0
      guard votes > 0 || shared > 0 || isWalkCandidate, admits(organization) else { continue }
      let (coverage, walk) = unsafe (scratch.coverage[index], scratch.walk[index])
      let isSameCountry = query.country != nil && texts.countries[index] == query.country
      partners.append(
        RankedPartner(
          organization: organization,
          score: PartnerScore(
            votes: rounded(parameters.votesWeight * log(1 + parameters.votesScale * votes)),
            coverage: largestCoverage > 0 ? rounded(parameters.coverageWeight * (coverage / largestCoverage)) : 0,
            network: largestWalk > 0
              ? rounded(parameters.networkWeight * log(1 + parameters.networkScale * (walk / largestWalk))) : 0,
            sharedProjects: rounded(parameters.sharedProjectsWeight * log(1 + parameters.sharedProjectsScale * shared)),
            country: isSameCountry ? parameters.countryWeight : 0)))
    }
    return partners
  }

  /// To millionths, so that parts that are printed add up to the score that is printed.
  private func rounded(_ part: Double) -> Double { (part * 1_000_000).rounded() / 1_000_000 }
}
