/// Improves a set that was not proven to be the best: members are exchanged one for one as long as that helps.
struct SwapImprovement {
  private let problem: ConsortiumProblem
  private let table: CandidateTable
  private let earlier: [(partners: Set<Int>, sharedCount: Int)]
  /// Passes over all seats.
  private static let passLimit = 10

  init(_ problem: ConsortiumProblem, table: CandidateTable, earlier: [(partners: Set<Int>, sharedCount: Int)]) {
    self.problem = problem
    self.table = table
    self.earlier = earlier
  }

  /// - Returns: a set that is worth at least as much, under the same bound.
  /// - Complexity: passes times seats times candidates.
  func improve(_ found: FoundSet) -> FoundSet {
    var best = found
    let pool = problem.candidates.indices.filter { !problem.vetoed.contains($0) }
    for _ in 0..<Self.passLimit {
      let before = best.value
      for seat in best.partners.indices where !problem.pinned.contains(best.partners[seat]) {
        var partners = best.partners
        var bestCandidate: (value: Int, candidate: Int)?
        for candidate in pool where !best.partners.contains(candidate) {
          partners[seat] = candidate
          let value = table.value(of: partners)
          guard value > bestCandidate?.value ?? best.value, isAdmitted(partners) else { continue }
          bestCandidate = (value, candidate)
        }
        guard let bestCandidate else { continue }
        best.partners[seat] = bestCandidate.candidate
        best.value = bestCandidate.value
      }
      if best.value == before { break }
    }
    best.partners.sort()
    best.bound = max(best.bound, best.value)
    return best
  }

  private func isAdmitted(_ partners: [Int]) -> Bool {
    table.rules.admits(partners + [table.applicant])
      && earlier.allSatisfy { set in partners.count(where: set.partners.contains) <= set.sharedCount }
  }
}
