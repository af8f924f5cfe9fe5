import CallRules
import ResearchProfiles

/// A problem's candidates as numbers, for searching.
struct CandidateTable {
  let needCount: Int
  /// Weighted level points: `points[candidate * needCount + need]`.
  let points: [Int]
  let ownValues: [Int]
  let kinds: [Int]
  let places: [Int]
  let ties: TieTable
  let hasTies: [Bool]
  let weights: ConsortiumWeights
  let rules: CompiledRules
  let objective: ConsortiumObjective
  /// Worth of all wished rules together.
  let wishValue: Int
  let wishesMet: WishTable
  let applicant: Int

  init(_ problem: ConsortiumProblem) {
    let weights = problem.weights
    needCount = problem.needs.count
    let needWeights = problem.needs.map { $0.isRequired ? weights.requiredNeed : weights.wishedNeed }
    points = problem.candidates.flatMap { candidate in
      zip(candidate.coverage, needWeights).map { weights.levelPoints[$0.rawValue] * $1 }
    }
    ownValues = problem.candidates.map { ConsortiumObjective.ownValue(of: $0, weights) }
    let facts = problem.candidates.map(\.facts) + [problem.applicant]
    kinds = facts.map { facts in facts.kind.flatMap { OrganizationKind.allCases.firstIndex(of: $0) } ?? -1 }
    var numbers: [String: Int] = [:]
    places = facts.map { facts in
      guard let place = facts.place else { return -1 }
      let number = numbers[place] ?? numbers.count
      numbers[place] = number
      return number
    }
    ties = TieTable(candidateCount: problem.candidates.count, ties: problem.ties)
    let ties = ties
    hasTies = problem.candidates.indices.map { ties.hasTies($0) }
    self.weights = weights
    let evaluation = problem.evaluation
    rules = CompiledRules(evaluation, size: problem.size)
    objective = ConsortiumObjective(problem)
    wishesMet = WishTable(evaluation)
    wishValue = weights.wish * wishesMet.count
    applicant = problem.applicantNumber
  }

  /// The same as ``ConsortiumObjective/value(of:)``, with the wishes counted by the table.
  func value(of partners: [Int]) -> Int {
    objective.valueWithoutWishes(of: partners)
      + (wishValue == 0 ? 0 : weights.wish * wishesMet.met(by: partners + [applicant], applicant: applicant))
  }
}
