public import CallRules

/// From whom, by which rules and to what end a consortium is to be built. Members are numbered: candidates by their
/// place, the applicant behind them.
public struct ConsortiumProblem: Sendable {
  public var needs: [ConsortiumNeed]
  public var applicant: MemberFacts
  public var candidates: [ConsortiumCandidate]
  /// Pairs of candidates that have worked together before.
  public var ties: [(Int, Int)]
  public var book: RuleBook
  /// Of the call; `nil` where it is not known.
  public var securityClass: String?
  /// Members, the applicant included. What the rules say holds besides.
  public var size: ClosedRange<Int>
  public var weights: ConsortiumWeights
  /// Candidates that must be in.
  public var pinned: [Int]
  /// Candidates that must not.
  public var vetoed: [Int]

  public init(
    needs: [ConsortiumNeed], applicant: MemberFacts, candidates: [ConsortiumCandidate], ties: [(Int, Int)] = [],
    book: RuleBook, securityClass: String? = nil, size: ClosedRange<Int> = 3...6,
    weights: ConsortiumWeights = .coverageFirst, pinned: [Int] = [], vetoed: [Int] = []
  ) {
    self.needs = needs
    self.applicant = applicant
    self.candidates = candidates
    self.ties = ties
    self.book = book
    self.securityClass = securityClass
    self.size = size
    self.weights = weights
    self.pinned = pinned
    self.vetoed = vetoed
  }

  /// The applicant's number.
  public var applicantNumber: Int { candidates.count }

  var evaluation: RuleEvaluation {
    RuleEvaluation(book: book, facts: candidates.map(\.facts) + [applicant], securityClass: securityClass)
  }

  /// - Throws: what makes it no problem at all.
  func validate() throws(ConsortiumError) {
    for (number, candidate) in candidates.enumerated() where candidate.coverage.count != needs.count {
      throw .coverageOfOtherNeeds(candidate: number, levels: candidate.coverage.count, needs: needs.count)
    }
    for number in pinned + vetoed + ties.flatMap({ [$0.0, $0.1] }) where !candidates.indices.contains(number) {
      throw .unknownCandidate(number: number, count: candidates.count)
    }
    if let both = pinned.first(where: vetoed.contains) { throw .pinnedAndVetoed(candidate: both) }
    if !weights.isValid { throw .invalidWeights }
  }
}
