import CallRules

/// The required rules of a call over numbered members, made ready for searches that ask thousands of times a
/// millisecond whether a set may still become a consortium.
///
/// Says the same as ``RuleEvaluation``: a set is admitted if no required rule is broken for certain.
struct CompiledRules: Sendable {
  /// A rule that counts members: at least and at most, or shares of all in percent.
  struct Count: Sendable {
    var rule: Int
    /// By member.
    var matches: [Tristate]
    var least: Int?
    var most: Int?
    var leastPercent: Int?
    var mostPercent: Int?

    func least(of size: Int) -> Int {
      max(least ?? 0, leastPercent.map { RuleEvaluation.count(percent: $0, of: size, isRoundedUp: true) } ?? 0)
    }

    func most(of size: Int) -> Int {
      min(most ?? .max, mostPercent.map { RuleEvaluation.count(percent: $0, of: size, isRoundedUp: false) } ?? .max)
    }

    /// Whether its demands grow with the size of the set.
    var isShare: Bool { leastPercent != nil || mostPercent != nil }
  }

  /// A rule that counts different values.
  struct Distinct: Sendable {
    var rule: Int
    /// By member: a number for its value, ``unnamed`` for a value that is not known, ``outside`` for a member that does
    /// not count.
    var values: [Int32]
    var least: Int

    static let unnamed: Int32 = -1
    static let outside: Int32 = -2
  }

  private(set) var size: ClosedRange<Int>
  private(set) var counts: [Count] = []
  private(set) var distincts: [Distinct] = []
  /// By member: a number for its group, -1 for none; empty where members need not be independent.
  private(set) var groups: [Int32] = []
  /// By member: whether it may lead; empty where everybody may.
  private(set) var leadFits: [Tristate] = []
  /// Pairs of counting rules that no member can serve both, as bits by place among ``counts``.
  private(set) var disjoint: [UInt64] = []

  /// - Parameters:
  ///   - rules: places of the rules that hold; all required ones unless stated.
  ///   - size: narrower than what the rules say; sizes that both allow remain.
  init(_ evaluation: RuleEvaluation, rules: [Int]? = nil, size: ClosedRange<Int>) {
    var (smallest, largest) = (size.lowerBound, size.upperBound)
    let book = evaluation.book
    let places = rules ?? Self.requiredRules(of: evaluation)
    var asksForLead = false
    for place in places {
      let facts = evaluation.facts
      func matches(_ filter: MemberFilter) -> [Tristate] {
        facts.map { filter.match($0, homeCountry: book.homeCountry) }
      }
      /// Whether each member alone breaks the rule.
      func breaches() -> [Tristate] {
        facts.indices.map { member in
          switch evaluation.verdicts(for: [member], lead: nil)[place].state {
          case .met: .no
          case .unknown: .unknown
          case .notMet: .yes
          }
        }
      }
      switch book.rules[place].requirement {
      case .size(let least, let most):
        smallest = max(smallest, least)
        largest = min(largest, most)
      case .members(let filter, let least, let most):
        counts.append(Count(rule: place, matches: matches(filter), least: least, most: most))
      case .share(let filter, let least, let most):
        counts.append(Count(rule: place, matches: matches(filter), leastPercent: least, mostPercent: most))
      case .distinct(let attribute, let filter, let least):
        var numbers: [String: Int32] = [:]
        let values = zip(facts, matches(filter)).map { facts, match -> Int32 in
          guard match != .no else { return Distinct.outside }
          guard let value = facts.value(of: attribute) else { return Distinct.unnamed }
          let number = numbers[value] ?? Int32(numbers.count)
          numbers[value] = number
          return number
        }
        distincts.append(Distinct(rule: place, values: values, least: least))
      case .lead: asksForLead = true
      case .load:
        asksForLead = true
        counts.append(Count(rule: place, matches: breaches(), most: 0))
      case .governmentShare, .excluded: counts.append(Count(rule: place, matches: breaches(), most: 0))
      case .independent:
        var numbers: [String: Int32] = [:]
        groups = facts.map { facts in
          guard let group = facts.group else { return -1 }
          let number = numbers[group] ?? Int32(numbers.count)
          numbers[group] = number
          return number
        }
      }
    }
    if asksForLead {
      leadFits = evaluation.facts.indices.map { member in
        evaluation.leadFit(member, among: places)
      }
    }
    // An empty range is one that no set fits: more than all.
    self.size = smallest <= largest ? max(1, smallest)...max(1, largest) : Int.max...Int.max
    disjoint = counts.indices.map { left in
      counts.indices.prefix(64).reduce(UInt64(0)) { bits, right in
        let areApart = zip(counts[left].matches, counts[right].matches).allSatisfy { $0 == .no || $1 == .no }
        return areApart ? bits | 1 << UInt64(right) : bits
      }
    }
  }

  /// Places of the rules that a proposal must not break.
  static func requiredRules(of evaluation: RuleEvaluation) -> [Int] {
    evaluation.book.rules.indices.filter {
      let rule = evaluation.book.rules[$0]
      return rule.strength == .required && rule.appliesSurely(to: evaluation.securityClass)
    }
  }

  /// Whether no required rule is broken for certain.
  func admits(_ members: [Int]) -> Bool {
    size.contains(members.count) && canBeCompleted(members, seats: 0...0)
  }

  /// Whether some so many further members might make the set one that is admitted: necessary, not sufficient, but exact
  /// for no further members.
  ///
  /// - Parameters:
  ///   - seats: members that may be added.
  ///   - available: for each of ``counts`` how many of those who may be added match, `nil` for enough.
  func canBeCompleted(_ members: [Int], seats: ClosedRange<Int>, available: [Int]? = nil) -> Bool {
    if hasDependentMembers(members) { return false }
    if !leadFits.isEmpty, seats.upperBound == 0, members.allSatisfy({ leadFits[$0] == .no }) { return false }
    for rule in distincts where possibleValueCount(rule, members) + seats.upperBound < rule.least { return false }
    return seats.contains { added in
      // What kinds lack that exclude each other adds up.
      var lacking: [(place: Int, count: Int)] = []
      let size = members.count + added
      for (place, rule) in counts.enumerated() {
        var (sure, possible) = (0, 0)
        for member in members {
          let match = rule.matches[member]
          if match != .no { possible += 1 }
          if match == .yes { sure += 1 }
        }
        if sure > rule.most(of: size) { return false }
        let lack = rule.least(of: size) - possible
        guard lack > 0 else { continue }
        if lack > added || lack > available?[place] ?? .max { return false }
        lacking.append((place, lack))
      }
      guard lacking.count > 1 else { return true }
      var chosen: [(place: Int, count: Int)] = []
      for next in lacking.sorted(by: { $0.count != $1.count ? $0.count > $1.count : $0.place < $1.place })
      where next.place < 64 && chosen.allSatisfy({ disjoint[$0.place] >> UInt64(next.place) & 1 == 1 }) {
        chosen.append(next)
      }
      return chosen.reduce(0) { $0 + $1.count } <= added
    }
  }

  func hasDependentMembers(_ members: [Int]) -> Bool {
    guard !groups.isEmpty else { return false }
    for (place, member) in members.enumerated() where groups[member] >= 0 {
      for other in members[..<place] where groups[other] == groups[member] { return true }
    }
    return false
  }

  func possibleValueCount(_ rule: Distinct, _ members: [Int]) -> Int {
    var count = 0
    for (place, member) in members.enumerated() {
      let value = rule.values[member]
      if value == Distinct.outside { continue }
      if value == Distinct.unnamed || !members[..<place].contains(where: { rule.values[$0] == value }) { count += 1 }
    }
    return count
  }
}
