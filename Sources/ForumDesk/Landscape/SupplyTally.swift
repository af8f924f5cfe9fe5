import ForumRecords
import ResearchProfiles

/// Counts supply, piece by piece.
struct SupplyTally {
  private var organizations: [SupplyCounts.Place: Set<OrganizationID>] = [:]
  private var evidenceCounts: [SupplyCounts.Place: Int] = [:]
  private var fieldEvidenceCounts: [String?: Int] = [:]
  private var grounds = GroundCounts()

  /// - Parameter decision: of the organisation's own words; `nil` where it has none.
  mutating func add(_ profile: OrganizationProfile, _ decision: FieldDecision?) {
    // Own words that tell no field say nothing: they are no evidence of an unknown field.
    guard let decision, decision.field != nil else { return }
    let region = ForumRegion(region: profile.region, country: profile.country)
    organizations[.init(field: decision.field, region: region), default: []].insert(profile.id)
  }

  mutating func add(_ evidence: StoredEvidence, _ decision: FieldDecision) {
    grounds.add(decision.ground)
    fieldEvidenceCounts[decision.field, default: 0] += 1
    var seen: Set<ForumRegion> = []
    for participant in evidence.participants where participant.role != .funder && participant.role != .publisher {
      let region = ForumRegion(region: participant.region, country: participant.country)
      let place = SupplyCounts.Place(field: decision.field, region: region)
      organizations[place, default: []].insert(participant.organization)
      if seen.insert(region).inserted { evidenceCounts[place, default: 0] += 1 }
    }
  }

  func counts(sequence: Int64) -> SupplyCounts {
    var counts = SupplyCounts(sequence: sequence, grounds: grounds)
    var fieldOrganizations: [String?: Int] = [:]
    for (place, ids) in organizations {
      counts.amounts[place] = .init(organizationCount: ids.count, evidenceCount: evidenceCounts[place] ?? 0)
      // An organisation is in one region only.
      fieldOrganizations[place.field, default: 0] += ids.count
    }
    for field in Set(fieldOrganizations.keys).union(fieldEvidenceCounts.keys) {
      counts.fieldAmounts[field] = .init(
        organizationCount: fieldOrganizations[field] ?? 0, evidenceCount: fieldEvidenceCounts[field] ?? 0)
    }
    return counts
  }
}
