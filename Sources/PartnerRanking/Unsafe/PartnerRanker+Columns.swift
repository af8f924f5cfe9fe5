import Glibc

/// Fills the columns of a ranking. The hot loops of matching: plain memory, no checks for exclusive access.
///
/// Invariant: every index comes from the graph, whose members are below its organisation count and whose evidence is
/// below its evidence count; a query's evidence, the places of its terms and its mentions are below their counts by
/// ``PartnerQuery``'s contract, which ``PartnerRanker/rank(_:limit:scratch:admits:precedes:)`` checks.
extension PartnerRanker {
  func fill(_ scratch: RankingScratch, for query: PartnerQuery) {
    for item in query.evidence { unsafe scratch.evidenceRelevance[Int(item.evidence)] = item.relevance }
    unsafe graph.memberOrganizations.withUnsafeBufferPointer { members in
      guard let members = members.baseAddress else { return }
      unsafe addVotes(query, scratch, members)
      unsafe addCoverage(query, scratch, members)
      unsafe addSharedProjects(query, scratch, members)
      unsafe walk(query, scratch, members)
    }
    addMentions(query, scratch)
  }

  private func addMentions(_ query: PartnerQuery, _ scratch: RankingScratch) {
    for mention in query.mentions {
      let organization = Int(mention.organization)
      scratch.touch(organization)
      unsafe scratch.named[organization] =
        parameters.nameWeight * mention.name + parameters.shortNameWeight * mention.shortName
      unsafe scratch.city[organization] = parameters.cityWeight * mention.city
    }
    for organization in parameters.organizationsMadeCandidates(by: query.mentions) {
      unsafe scratch.marks[Int(organization)] |= RankingScratch.nameMark
    }
  }

  private func addVotes(_ query: PartnerQuery, _ scratch: RankingScratch, _ members: UnsafePointer<UInt32>) {
    for item in query.evidence {
      let vote = exp(parameters.voteDecay * (item.relevance - 1))
      for place in graph.memberRange(of: item.evidence) {
        let organization = unsafe Int(members[place])
        scratch.touch(organization)
        unsafe scratch.votes[organization] += vote
      }
    }
  }

  private func addCoverage(_ query: PartnerQuery, _ scratch: RankingScratch, _ members: UnsafePointer<UInt32>) {
    let ranges = query.evidence.map { graph.memberRange(of: $0.evidence) }
    // One more than there are organisations: a known holder is written behind the last one and then not counted.
    let holders = UnsafeMutablePointer<UInt32>.allocate(capacity: graph.organizationCount + 1)
    defer { unsafe holders.deallocate() }
    let frequencies = unsafe scratch.termFrequency
    let coverage = unsafe scratch.coverage
    for term in query.terms where term.weight > 0 {
      var holderCount = 0
      for occurrence in term.occurrences {
        let frequency = Double(query.occurrences[occurrence].frequency)
        for place in ranges[Int(query.occurrences[occurrence].place)] {
          let organization = unsafe Int(members[place])
          let known = unsafe frequencies[organization]
          unsafe holders[holderCount] = UInt32(truncatingIfNeeded: organization)
          holderCount &+= known == 0 ? 1 : 0
          unsafe frequencies[organization] = known + frequency
        }
      }
      let lengths = texts.lengths[term.stream]
      let saturation = parameters.coverageSaturation * (1 - parameters.coverageLengthDiscount)
      let slope = parameters.coverageSaturation * parameters.coverageLengthDiscount / texts.averageLengths[term.stream]
      unsafe lengths.withUnsafeBufferPointer { lengths in
        for holder in 0..<holderCount {
          let organization = unsafe Int(holders[holder])
          let frequency = unsafe frequencies[organization]
          unsafe frequencies[organization] = 0
          unsafe coverage[organization] +=
            term.weight * (frequency / (frequency + saturation + slope * lengths[organization]))
        }
      }
    }
  }

  private func addSharedProjects(_ query: PartnerQuery, _ scratch: RankingScratch, _ members: UnsafePointer<UInt32>) {
    guard let applicant = query.applicant else { return }
    for evidence in graph.evidence(of: applicant) {
      let range = graph.memberRange(of: evidence)
      guard range.count >= 2 else { continue }
      let relevance = unsafe scratch.evidenceRelevance[Int(evidence)]
      let weight = exp(parameters.voteDecay * (relevance - 1)) / Double(range.count - 1)
      for place in range where unsafe members[place] != applicant {
        let organization = unsafe Int(members[place])
        scratch.touch(organization)
        unsafe scratch.sharedProjects[organization] += weight
      }
    }
  }

  private func walk(_ query: PartnerQuery, _ scratch: RankingScratch, _ members: UnsafePointer<UInt32>) {
    var reached: [UInt32] = []
    for start in unsafe walkStarts(query, scratch, members) {
      let range = graph.evidenceRange(of: start.organization)
      let share = start.mass / Double(range.count)
      for evidence in graph.evidence[range] {
        if unsafe scratch.evidenceMass[Int(evidence)] == 0 { reached.append(evidence) }
        unsafe scratch.evidenceMass[Int(evidence)] += share
      }
    }
    for evidence in reached {
      let range = graph.memberRange(of: evidence)
      let share = unsafe scratch.evidenceMass[Int(evidence)] / Double(max(range.count - 1, 1))
      unsafe scratch.evidenceMass[Int(evidence)] = 0
      for place in range {
        let organization = unsafe Int(members[place])
        scratch.touch(organization)
        unsafe scratch.walk[organization] += share
      }
    }
    var visited: [OrganizationMass] = []
    for organization in scratch.touched where organization != query.applicant {
      let mass = unsafe scratch.walk[Int(organization)]
      if mass > 0 { visited.append(OrganizationMass(organization: organization, mass: mass)) }
    }
    visited.selectFirst(parameters.walkCandidateCount, by: OrganizationMass.isHeavier)
    for candidate in visited.prefix(parameters.walkCandidateCount) {
      unsafe scratch.marks[Int(candidate.organization)] |= RankingScratch.walkMark
    }
  }

  /// Where the walk starts and with how much: half from the applicant's past partners, half from the topic's
  /// organisations, or all from the one that there is. Heaviest first, so that sums are made in a fixed order.
  private func walkStarts(
    _ query: PartnerQuery, _ scratch: RankingScratch, _ members: UnsafePointer<UInt32>
  ) -> [OrganizationMass] {
    for item in query.evidence.prefix(parameters.seedEvidenceCount) {
      let vote = exp(parameters.seedDecay * (item.relevance - 1))
      for place in graph.memberRange(of: item.evidence) where unsafe members[place] != query.applicant {
        let organization = unsafe Int(members[place])
        unsafe scratch.seeds[organization] += vote
        unsafe scratch.seedCounts[organization] += 1
      }
    }
    var (voteMass, sharedMass) = (0.0, 0.0)
    for organization in scratch.touched {
      let index = Int(organization)
      unsafe scratch.seeds[index] *= scratch.seedCounts[index]
      voteMass += unsafe scratch.seeds[index]
      sharedMass += unsafe scratch.sharedProjects[index]
    }
    guard voteMass > 0 || sharedMass > 0 else { return [] }
    let voteShare = voteMass == 0 ? 0 : (sharedMass == 0 ? 1 : 0.5)
    var starts: [OrganizationMass] = []
    for organization in scratch.touched {
      let index = Int(organization)
      var mass = 0.0
      if voteMass > 0 { mass += unsafe voteShare * (scratch.seeds[index] / voteMass) }
      if sharedMass > 0 { mass += unsafe (1 - voteShare) * (scratch.sharedProjects[index] / sharedMass) }
      if mass > 0 { starts.append(OrganizationMass(organization: organization, mass: mass)) }
    }
    starts.selectFirst(parameters.seedCount, by: OrganizationMass.isHeavier)
    return starts.prefix(parameters.seedCount).sorted(by: OrganizationMass.isHeavier)
  }
}

/// An organisation and how much of the walk it holds.
struct OrganizationMass {
  var organization: UInt32
  var mass: Double

  /// Heavier first; equal ones by number.
  static func isHeavier(_ left: Self, _ right: Self) -> Bool {
    left.mass != right.mass ? left.mass > right.mass : left.organization < right.organization
  }
}
