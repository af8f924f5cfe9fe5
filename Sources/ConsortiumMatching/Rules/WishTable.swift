import CallRules

/// Wished rules, for searches that ask how many of them a set meets.
struct WishTable: Sendable {
  private let evaluation: RuleEvaluation
  private let wished: [Int]
  private let counts: CompiledRules
  private let isCounting: Bool

  init(_ evaluation: RuleEvaluation) {
    self.evaluation = evaluation
    let wished = evaluation.book.rules.indices.filter { evaluation.book.rules[$0].strength == .wished }
    self.wished = wished
    // Counting rules are what wishes usually are; others are evaluated in full.
    isCounting = wished.allSatisfy {
      guard evaluation.book.rules[$0].securityClasses.isEmpty else { return false }
      switch evaluation.book.rules[$0].requirement {
      case .members, .share: return true
      default: return false
      }
    }
    counts = CompiledRules(evaluation, rules: isCounting ? wished : [], size: 1...Int.max - 1)
  }

  var count: Int { wished.count }

  /// How many wished rules are met for certain.
  ///
  /// - Parameter members: the applicant included.
  func met(by members: [Int], applicant: Int) -> Int {
    if wished.isEmpty { return 0 }
    guard isCounting else {
      let verdicts = evaluation.verdicts(for: members, lead: evaluation.lead(of: members, preferring: [applicant]))
      return wished.count { verdicts[$0].state == .met }
    }
    return counts.counts.count { rule in
      var (sure, possible) = (0, 0)
      for member in members {
        let match = rule.matches[member]
        if match != .no { possible += 1 }
        if match == .yes { sure += 1 }
      }
      return sure >= rule.least(of: members.count) && possible <= rule.most(of: members.count)
    }
  }
}
