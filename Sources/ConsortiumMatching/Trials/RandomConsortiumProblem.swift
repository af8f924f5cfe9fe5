import CallRules
import ResearchProfiles

/// Small random problems, for holding searches against their oracles in tests and benchmarks.
public enum RandomConsortiumProblem {
  /// - Parameters:
  ///   - largestCount: of candidates.
  ///   - random: anything; the same numbers give the same problem.
  public static func make(
    candidates largestCount: Int = 14, needs largestNeedCount: Int = 6, rules largestRuleCount: Int = 4,
    using random: inout some RandomNumberGenerator
  ) -> ConsortiumProblem {
    let count = Int.random(in: 1...largestCount, using: &random)
    let needs = (0..<Int.random(in: 0...largestNeedCount, using: &random)).map {
      ConsortiumNeed(statement: "need \($0)", isRequired: Bool.random(using: &random))
    }
    let candidates = (0..<count).map { _ in
      ConsortiumCandidate(
        facts: facts(&random),
        coverage: needs.map { _ in
          Bool.random(using: &random) ? .none : CoverageLevel.allCases.randomElement(using: &random) ?? .none
        },
        fit: .random(in: 0...1000, using: &random), hasWorkedWithApplicant: .random(using: &random),
        reciprocity: .random(in: 0...1000, using: &random))
    }
    let ties = (0..<count).flatMap { left in
      (0..<left).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }.map { (left, $0) }
    }
    let rules = (0..<Int.random(in: 0...largestRuleCount, using: &random)).map { rule("r\($0)", &random) }
    let least = Int.random(in: 1...4, using: &random)
    var problem = ConsortiumProblem(
      needs: needs, applicant: facts(&random), candidates: candidates, ties: ties,
      book: RuleBook(name: "random", homeCountry: "KR", rules: rules),
      securityClass: [nil, "open", "secured"].randomElement(using: &random) ?? nil,
      size: least...(least + Int.random(in: 0...3, using: &random)), weights: weights(&random))
    if Int.random(in: 0..<4, using: &random) == 0 { problem.pinned = [Int.random(in: 0..<count, using: &random)] }
    if Int.random(in: 0..<4, using: &random) == 0 {
      problem.vetoed = [Int.random(in: 0..<count, using: &random)].filter { !problem.pinned.contains($0) }
    }
    return problem
  }

  private static func weights(_ random: inout some RandomNumberGenerator) -> ConsortiumWeights {
    if Bool.random(using: &random) { return .coverageFirst }
    return ConsortiumWeights(
      coverage: .random(in: 2...20, using: &random), backup: .random(in: 0...2, using: &random),
      fit: .random(in: 0...2000, using: &random), provenTie: .random(in: -200...200, using: &random),
      newTie: .random(in: -200...200, using: &random), provenPair: 2 * .random(in: 0...200, using: &random),
      newPair: 2 * .random(in: 0...200, using: &random), wish: .random(in: 0...500, using: &random),
      seat: .random(in: -200...1500, using: &random))
  }

  private static func maybe<Value>(_ value: Value, _ random: inout some RandomNumberGenerator) -> Value? {
    Int.random(in: 0..<6, using: &random) == 0 ? nil : value
  }

  private static func facts(_ random: inout some RandomNumberGenerator) -> MemberFacts {
    let kind: OrganizationKind = [.company, .university, .institute].randomElement(using: &random) ?? .other
    let country = ["KR", "KR", "DE", "FR"].randomElement(using: &random) ?? "KR"
    let region = ["서울", "대전"].randomElement(using: &random) ?? ""
    let size = SizeClass.allCases.randomElement(using: &random) ?? .small
    let group = Int.random(in: 0..<3, using: &random) == 0 ? "g\(Int.random(in: 0..<3, using: &random))" : nil
    return MemberFacts(
      kind: maybe(kind, &random), country: maybe(country, &random), region: maybe(region, &random),
      size: maybe(size, &random), isNewcomer: maybe(Bool.random(using: &random), &random), group: group,
      marks: maybe(Int.random(in: 0..<5, using: &random) == 0 ? ["sanctioned"] : [], &random),
      runningProjectCount: maybe(Int.random(in: 0...6, using: &random), &random),
      leadingProjectCount: maybe(Int.random(in: 0...4, using: &random), &random),
      governmentSharePercent: maybe(Int.random(in: 40...80, using: &random), &random))
  }

  private static func filter(_ random: inout some RandomNumberGenerator) -> MemberFilter {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: MemberFilter(kinds: [.company])
    case 1: MemberFilter(kinds: [.university, .institute])
    case 2: MemberFilter(regions: ["서울"])
    case 3: MemberFilter(kinds: [.company], sizes: [.small, .midsize])
    case 4: MemberFilter(isForeign: Bool.random(using: &random))
    default: MemberFilter(isNewcomer: true)
    }
  }

  private static func rule(_ id: String, _ random: inout some RandomNumberGenerator) -> CallRule {
    let filter = filter(&random)
    let requirement: Requirement =
      switch Int.random(in: 0..<9, using: &random) {
      case 0: .size(atLeast: .random(in: 1...3, using: &random), atMost: .random(in: 3...6, using: &random))
      case 1: .members(filter, atLeast: .random(in: 1...3, using: &random), atMost: nil)
      case 2: .members(filter, atLeast: nil, atMost: .random(in: 0...3, using: &random))
      case 3:
        .share(
          filter, atLeastPercent: .random(in: 0...70, using: &random),
          atMostPercent: .random(in: 70...100, using: &random))
      case 4:
        .distinct(
          MemberAttribute.allCases.randomElement(using: &random) ?? .kind, of: filter,
          atLeast: .random(in: 1...3, using: &random))
      case 5: .lead(filter)
      case 6: .governmentShare(percentBySize: [.large: 50, .midsize: 70, .small: 75])
      case 7: .load(running: 5, leading: 3, exceptions: [])
      default: Bool.random(using: &random) ? .independent : .excluded(marks: ["sanctioned"])
      }
    return CallRule(
      id: id, strength: Int.random(in: 0..<4, using: &random) == 0 ? .wished : .required, requirement: requirement,
      securityClasses: Int.random(in: 0..<6, using: &random) == 0 ? ["secured"] : [])
  }
}
