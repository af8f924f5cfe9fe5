import Glibc

/// Fills the columns of a ranking. The hot loops of matching: plain memory, no checks for exclusive access.
///
/// Invariant: organisations and evidence come from the graph, whose members are below its organisation count and whose
/// evidence is below its evidence count; a query's evidence, the places of its terms and its mentions are below their
/// counts by ``PartnerQuery``'s contract, which ``PartnerRanker/rank(_:limit:scratch:admits:precedes:)`` checks. Slots
/// come from the scratch memory.
extension PartnerRanker {
  func fill(_ scratch: RankingScratch, for query: PartnerQuery) {
    graph.withRows { rows in
      let found = addVotes(query, scratch, rows)
      addCoverage(query, scratch, found)
      addNeeds(query, scratch, rows)
      addSharedProjects(query, scratch, rows)
      walk(query, scratch, rows, found)
    }
    addMentions(query, scratch)
  }

  /// The slots of the organisations in the retrieved evidence, piece after piece.
  struct FoundMembers {
    /// Where each piece begins in ``slots``; one more at the end.
    var starts: [Int]
    var slots: [UInt32]
  }

  private func addMentions(_ query: PartnerQuery, _ scratch: RankingScratch) {
    for mention in query.mentions {
      let slot = scratch.slot(of: Int(mention.organization))
      unsafe scratch.named[slot] = mention.name
      unsafe scratch.acronyms[slot] = mention.shortName
      unsafe scratch.city[slot] = mention.city
    }
    for organization in parameters.organizationsMadeCandidates(by: query.mentions) {
      unsafe scratch.marks[scratch.slot(of: Int(organization))] |= RankingScratch.nameMark
    }
  }

  private func addVotes(_ query: PartnerQuery, _ scratch: RankingScratch, _ rows: GraphRows) -> FoundMembers {
    var starts: [Int] = []
    starts.reserveCapacity(query.evidence.count + 1)
    var memberCount = 0
    for item in query.evidence {
      starts.append(memberCount)
      memberCount += rows.members(of: Int(item.evidence)).count
    }
    starts.append(memberCount)
    let slots = unsafe [UInt32](unsafeUninitializedCapacity: memberCount) { slots, count in
      for item in query.evidence {
        let vote = exp(parameters.voteDecay * (item.relevance - 1))
        for place in rows.members(of: Int(item.evidence)) {
          let slot = unsafe scratch.slot(of: Int(rows.members[place]))
          unsafe scratch.votes[slot] += vote
          unsafe slots[count] = UInt32(truncatingIfNeeded: slot)
          count &+= 1
        }
      }
    }
    return FoundMembers(starts: starts, slots: slots)
  }

  private func addCoverage(_ query: PartnerQuery, _ scratch: RankingScratch, _ found: FoundMembers) {
    // Only organisations in retrieved evidence have a slot by now.
    let discounts = texts.lengths.indices.map { stream -> [Double] in
      let slope = parameters.coverageSaturation * parameters.coverageLengthDiscount / texts.averageLengths[stream]
      let lengths = texts.lengths[stream]
      return (0..<scratch.count).map { unsafe slope * lengths[Int(scratch.organizations[$0])] }
    }
    let saturation = parameters.coverageSaturation * (1 - parameters.coverageLengthDiscount)
    // The sum over all evidence stays below 2^32.
    let largestFrequency = UInt32.max / UInt32(query.evidence.count + 1)
    let holders = unsafe scratch.holders
    let frequencies = unsafe scratch.termFrequencies
    let coverage = unsafe scratch.coverage
    unsafe found.starts.withUnsafeBufferPointer { starts in
      unsafe found.slots.withUnsafeBufferPointer { slots in
        unsafe query.places.withUnsafeBufferPointer { places in
          unsafe query.frequencies.withUnsafeBufferPointer { occurrenceFrequencies in
            for term in query.terms where term.weight > 0 {
              var holderCount = 0
              for occurrence in term.occurrences {
                let frequency = unsafe min(occurrenceFrequencies[occurrence], largestFrequency)
                let place = unsafe Int(places[occurrence])
                var member = unsafe starts[place]
                let end = unsafe starts[place + 1]
                while member < end {
                  let slot = unsafe Int(slots[member])
                  let known = unsafe frequencies[slot]
                  // A known holder is written behind the last one and then not counted.
                  unsafe holders[holderCount] = UInt32(truncatingIfNeeded: slot)
                  holderCount &+= known == 0 ? 1 : 0
                  unsafe frequencies[slot] = known &+ frequency
                  member &+= 1
                }
              }
              let weight = term.weight
              unsafe discounts[term.stream].withUnsafeBufferPointer { discounts in
                for holder in 0..<holderCount {
                  let slot = unsafe Int(holders[holder])
                  let frequency = unsafe Double(frequencies[slot])
                  unsafe frequencies[slot] = 0
                  unsafe coverage[slot] += weight * (frequency / (frequency + saturation + discounts[slot]))
                }
              }
            }
          }
        }
      }
    }
  }

  private func addNeeds(_ query: PartnerQuery, _ scratch: RankingScratch, _ rows: GraphRows) {
    let (needs, votes) = unsafe (scratch.needs, scratch.needVotes)
    for need in query.needs {
      var largest = 0.0
      for item in need {
        let vote = exp(parameters.voteDecay * (item.relevance - 1))
        for member in rows.members(of: Int(item.evidence)) where unsafe rows.members[member] != query.applicant {
          let slot = unsafe scratch.slot(of: Int(rows.members[member]))
          unsafe votes[slot] += vote
          largest = unsafe max(largest, votes[slot])
        }
      }
      for item in need {
        for member in rows.members(of: Int(item.evidence)) where unsafe rows.members[member] != query.applicant {
          let slot = unsafe scratch.slot(of: Int(rows.members[member]))
          // The second time an organisation comes by, its votes are 0 already.
          unsafe needs[slot] = max(needs[slot], votes[slot] / largest)
          unsafe votes[slot] = 0
          unsafe scratch.marks[slot] |= RankingScratch.needMark
        }
      }
    }
  }

  private func addSharedProjects(_ query: PartnerQuery, _ scratch: RankingScratch, _ rows: GraphRows) {
    guard let applicant = query.applicant else { return }
    let places = unsafe scratch.evidencePlaces
    for (place, item) in query.evidence.enumerated() { unsafe places[Int(item.evidence)] = UInt32(place + 1) }
    let unrelatedVote = exp(parameters.voteDecay * (0.0 - 1))
    for row in rows.evidence(of: Int(applicant)) {
      let evidence = unsafe Int(rows.evidence[row])
      let range = rows.members(of: evidence)
      guard range.count >= 2 else { continue }
      let place = unsafe Int(places[evidence])
      let vote =
        place == 0 ? unrelatedVote : exp(parameters.voteDecay * (query.evidence[place - 1].relevance - 1))
      let weight = vote / Double(range.count - 1)
      for member in range where unsafe rows.members[member] != applicant {
        let slot = unsafe scratch.slot(of: Int(rows.members[member]))
        unsafe scratch.sharedProjects[slot] += weight
      }
    }
    for item in query.evidence { unsafe places[Int(item.evidence)] = 0 }
  }

  /// Walks from the topic's organisations and from the applicant's past partners, and mixes the two by halves; where
  /// only one of them is known, it counts alone.
  private func walk(
    _ query: PartnerQuery, _ scratch: RankingScratch, _ rows: GraphRows, _ found: FoundMembers
  ) {
    let (topic, partners) = walkStarts(query, scratch, found)
    let topicShare = topic.isEmpty ? 0 : (partners.isEmpty ? 1 : 0.5)
    walk(from: topic, scratch, rows) { slot, mass in unsafe scratch.walk[slot] += topicShare * mass }
    walk(from: partners, scratch, rows) { slot, mass in
      unsafe scratch.walk[slot] += (1 - topicShare) * mass
      unsafe scratch.partnerWalk[slot] = mass
    }
    var visited: [OrganizationMass] = []
    visited.reserveCapacity(scratch.count)
    for slot in 0..<scratch.count {
      let (organization, mass) = unsafe (scratch.organizations[slot], scratch.walk[slot])
      if mass > 0, organization != query.applicant {
        visited.append(OrganizationMass(organization: organization, mass: mass))
      }
    }
    visited.selectFirst(parameters.walkCandidateCount, by: OrganizationMass.isHeavier)
    for candidate in visited.prefix(parameters.walkCandidateCount) {
      unsafe scratch.marks[scratch.slot(of: Int(candidate.organization))] |= RankingScratch.walkMark
    }
  }

  /// One step: organisation → its evidence → the others in it.
  @inline(__always)
  private func walk(
    from starts: [OrganizationMass], _ scratch: RankingScratch, _ rows: GraphRows,
    visit: (_ slot: Int, _ mass: Double) -> Void
  ) {
    let (reached, evidenceMass) = unsafe (scratch.reached, scratch.evidenceMass)
    let (visitedOrganizations, mass) = unsafe (scratch.visited, scratch.organizationMass)
    // What is reached is listed at its first share. Who is known already is written behind the last one and then not
    // counted: whether it is known is a coin toss, which a branch would guess wrong.
    var reachedCount = 0
    for start in starts {
      let range = rows.evidence(of: Int(start.organization))
      let share = start.mass / Double(range.count)
      guard share > 0 else { continue }
      for row in range {
        let evidence = unsafe rows.evidence[row]
        let known = unsafe evidenceMass[Int(evidence)]
        unsafe reached[reachedCount] = evidence
        reachedCount &+= known == 0 ? 1 : 0
        unsafe evidenceMass[Int(evidence)] = known + share
      }
    }
    var visitedCount = 0
    for index in 0..<reachedCount {
      let evidence = unsafe Int(reached[index])
      let range = rows.members(of: evidence)
      let share = unsafe evidenceMass[evidence] / Double(max(range.count, 2) &- 1)
      unsafe evidenceMass[evidence] = 0
      guard share > 0 else { continue }
      for member in range {
        let organization = unsafe rows.members[member]
        let known = unsafe mass[Int(organization)]
        unsafe visitedOrganizations[visitedCount] = organization
        visitedCount &+= known == 0 ? 1 : 0
        unsafe mass[Int(organization)] = known + share
      }
    }
    for index in 0..<visitedCount {
      let organization = unsafe Int(visitedOrganizations[index])
      let share = unsafe mass[organization]
      unsafe mass[organization] = 0
      visit(scratch.slot(of: organization), share)
    }
  }

  /// Where the walks start and with how much: from the topic's organisations, and from the applicant's past partners.
  /// Heaviest first, so that sums are made in a fixed order.
  private func walkStarts(
    _ query: PartnerQuery, _ scratch: RankingScratch, _ found: FoundMembers
  ) -> (topic: [OrganizationMass], partners: [OrganizationMass]) {
    let applicantSlot = query.applicant.flatMap { scratch.knownSlot(of: $0) } ?? -1
    for (place, item) in query.evidence.prefix(parameters.seedEvidenceCount).enumerated() {
      let vote = exp(parameters.seedDecay * (item.relevance - 1))
      for member in found.starts[place]..<found.starts[place + 1] where Int(found.slots[member]) != applicantSlot {
        let slot = Int(found.slots[member])
        unsafe scratch.seeds[slot] += vote
        unsafe scratch.seedCounts[slot] += 1
      }
    }
    for slot in 0..<scratch.count { unsafe scratch.seeds[slot] *= scratch.seedCounts[slot] }
    return unsafe (walkStarts(scratch.seeds, scratch), walkStarts(scratch.sharedProjects, scratch))
  }

  /// The heaviest organisations of a column with their shares of it; nobody where it is 0 for all.
  private func walkStarts(_ column: UnsafeMutablePointer<Double>, _ scratch: RankingScratch) -> [OrganizationMass] {
    var total = 0.0
    for slot in 0..<scratch.count { total += unsafe column[slot] }
    guard total > 0 else { return [] }
    var starts: [OrganizationMass] = []
    for slot in 0..<scratch.count {
      let mass = unsafe column[slot] / total
      if mass > 0 { unsafe starts.append(OrganizationMass(organization: scratch.organizations[slot], mass: mass)) }
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
