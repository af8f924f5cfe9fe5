import CallRules
import ResearchProfiles

/// Gives the members of a found set their roles and reasons.
struct ProposalWriter {
  private let problem: ConsortiumProblem
  private let table: CandidateTable

  init(_ problem: ConsortiumProblem, table: CandidateTable) {
    self.problem = problem
    self.table = table
  }

  func proposal(for found: FoundSet) -> ConsortiumProposal {
    let evaluation = problem.evaluation
    let applicant = problem.applicantNumber
    let members = found.partners + [applicant]
    // The applicant leads where it may; else whoever brings most.
    let byValue = found.partners.map { ($0, marginalValue($0, in: found)) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }.map(\.0)
    let lead = evaluation.lead(of: members, preferring: [applicant] + byValue)
    let coverage = problem.needs.indices.map { need in
      found.partners.map { problem.candidates[$0].coverage[need] }.max() ?? .none
    }
    let order = (lead.map { [$0] } ?? []) + [applicant].filter { $0 != lead } + found.partners.filter { $0 != lead }
    let seats = order.map { member in
      seat(member, isLead: member == lead, found, coverage)
    }
    return ConsortiumProposal(
      found: found, seats: seats, verdicts: evaluation.verdicts(for: members, lead: lead), coverage: coverage)
  }

  private func marginalValue(_ member: Int, in found: FoundSet) -> Int {
    found.value - table.value(of: found.partners.filter { $0 != member })
  }

  private func seat(
    _ member: Int, isLead: Bool, _ found: FoundSet, _ coverage: [CoverageLevel]
  ) -> ConsortiumProposal.Seat {
    guard member != problem.applicantNumber else {
      return .init(
        member: member, role: isLead ? .coordinator : .partner, contributions: [], marginalValue: nil, isPinned: true,
        alternates: [])
    }
    let levels = problem.candidates[member].coverage
    let contributions = problem.needs.indices.filter { levels[$0] > .none }.map { need in
      let best = found.partners.first { problem.candidates[$0].coverage[need] == coverage[need] }
      return ConsortiumProposal.Contribution(need: need, level: levels[need], isBest: best == member)
    }
    let isPinned = problem.pinned.contains(member)
    return .init(
      member: member, role: isLead ? .coordinator : role(of: member, contributions), contributions: contributions,
      marginalValue: marginalValue(member, in: found), isPinned: isPinned,
      alternates: alternates(to: member, in: found))
  }

  /// Whoever meets a required need best does a part of the research; another company joins to use the results, another
  /// body does a piece for the lead.
  private func role(of member: Int, _ contributions: [ConsortiumProposal.Contribution]) -> ConsortiumRole {
    let carries = contributions.contains { $0.isBest && $0.level >= .met && problem.needs[$0.need].isRequired }
    if carries { return .partner }
    if problem.candidates[member].facts.kind == .company { return .participatingCompany }
    return contributions.contains { $0.isBest && $0.level >= .met } ? .partner : .subcontractor
  }

  private func alternates(to member: Int, in found: FoundSet) -> [ConsortiumProposal.Alternate] {
    let others = found.partners.filter { $0 != member }
    var alternates: [ConsortiumProposal.Alternate] = []
    for candidate in problem.candidates.indices
    where !found.partners.contains(candidate) && !problem.vetoed.contains(candidate) {
      let partners = others + [candidate]
      let change = table.value(of: partners) - found.value
      if alternates.count == ConsortiumPlanner.alternateCount, change <= alternates[alternates.count - 1].valueChange {
        continue
      }
      guard table.rules.admits(partners + [table.applicant]) else { continue }
      let place = alternates.firstIndex { $0.valueChange < change } ?? alternates.count
      alternates.insert(.init(candidate: candidate, valueChange: change), at: place)
      if alternates.count > ConsortiumPlanner.alternateCount { alternates.removeLast() }
    }
    return alternates
  }
}
