import CallRules

/// The value of sets of members, see ``ConsortiumWeights``. The plain version: searches add up gains instead, and are
/// tested against this.
public struct ConsortiumObjective: Sendable {
  private let problem: ConsortiumProblem
  private let evaluation: RuleEvaluation
  private let ties: TieTable

  public init(_ problem: ConsortiumProblem) {
    self.problem = problem
    evaluation = problem.evaluation
    ties = TieTable(candidateCount: problem.candidates.count, ties: problem.ties)
  }

  /// - Parameter partners: numbers of candidates, each once.
  public func value(of partners: [Int]) -> Int {
    valueWithoutWishes(of: partners) + problem.weights.wish * wishesMet(by: partners)
  }

  func valueWithoutWishes(of partners: [Int]) -> Int {
    let weights = problem.weights
    var value = 0
    for (need, statement) in problem.needs.enumerated() {
      let weight = statement.isRequired ? weights.requiredNeed : weights.wishedNeed
      let points = partners.map { weights.levelPoints[problem.candidates[$0].coverage[need].rawValue] * weight }
        .sorted(by: >)
      value += weights.coverage * (points.first ?? 0)
      value += weights.backup * (points.dropFirst().first ?? 0)
    }
    for (place, partner) in partners.enumerated() {
      value += Self.ownValue(of: problem.candidates[partner], weights)
      for other in partners[..<place] {
        value += ties.areTied(partner, other) ? weights.provenPair : weights.newPair
      }
    }
    let facts = partners.map { problem.candidates[$0].facts } + [problem.applicant]
    value += weights.kind * Set(facts.compactMap(\.kind)).count
    value += weights.region * Set(facts.compactMap(\.place)).count
    return value
  }

  /// Wished rules that are met for certain.
  func wishesMet(by partners: [Int]) -> Int {
    let wished = problem.book.rules.indices.filter { problem.book.rules[$0].strength == .wished }
    if wished.isEmpty { return 0 }
    let members = partners + [problem.applicantNumber]
    let verdicts = evaluation.verdicts(
      for: members, lead: evaluation.lead(of: members, preferring: [problem.applicantNumber]))
    return wished.count { verdicts[$0].state == .met }
  }

  /// What a member brings whoever else is there.
  static func ownValue(of candidate: ConsortiumCandidate, _ weights: ConsortiumWeights) -> Int {
    (candidate.fit * weights.fit + candidate.reciprocity * weights.reciprocity) / 1000
      + (candidate.hasWorkedWithApplicant ? weights.provenTie : weights.newTie) - weights.seat
  }
}

extension MemberFacts {
  /// Where it is, as spread over regions counts it: the region, and abroad the country.
  var place: String? {
    guard let country else { return region }
    return country + " " + (region ?? "")
  }
}
