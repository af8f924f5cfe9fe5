import CallRules

/// Says whether any set of a pool keeps certain rules.
///
/// Members that no rule tells apart are interchangeable, so few of each sort are enough. Always some rule that still
/// lacks members is served next, the one with the fewest who can.
struct FeasibilitySearch {
  enum Answer {
    case possible([Int])
    case impossible
    /// The steps were used up.
    case undecided
  }

  private let rules: CompiledRules
  private let required: [Int]
  private var pool: [Int]
  private var stepsLeft: Int

  /// - Parameters:
  ///   - required: members that are in, the applicant among them.
  ///   - pool: those who may be added.
  init(_ rules: CompiledRules, required: [Int], pool: [Int], stepCount: Int = 200_000) {
    self.rules = rules
    self.required = required
    stepsLeft = stepCount
    let most = min(rules.size.upperBound, 100)
    var counts: [[Int]: Int] = [:]
    self.pool = pool.filter { member in
      var sort = rules.counts.map { Int($0.matches[member].rawValue) }
      sort += rules.distincts.map { Int($0.values[member]) }
      sort.append(rules.leadFits.isEmpty ? 0 : Int(rules.leadFits[member].rawValue))
      sort.append(rules.groups.isEmpty ? -1 : Int(rules.groups[member]))
      counts[sort, default: 0] += 1
      return counts[sort, default: 0] <= most
    }
  }

  mutating func run() -> Answer {
    if rules.size.upperBound == .max || required.count > rules.size.upperBound { return .impossible }
    var members = required
    if let found = complete(&members, pool) { return .possible(found) }
    return stepsLeft > 0 ? .impossible : .undecided
  }

  private mutating func complete(_ members: inout [Int], _ pool: [Int]) -> [Int]? {
    stepsLeft -= 1
    if stepsLeft <= 0 { return nil }
    if rules.admits(members) { return members }
    let seats = rules.size.upperBound - members.count
    guard seats > 0 else { return nil }
    let range = max(0, rules.size.lowerBound - members.count)...seats
    let available = rules.counts.map { rule in pool.count { rule.matches[$0] != .no } }
    guard rules.canBeCompleted(members, seats: range, available: available) else { return nil }
    var rest = pool
    for member in serving(members, pool) {
      guard let place = rest.firstIndex(of: member) else { continue }
      rest.remove(at: place)
      members.append(member)
      let found = complete(&members, rest)
      members.removeLast()
      if let found { return found }
    }
    return nil
  }

  /// Those of the pool of whom every admitted set that holds the members has one more.
  private func serving(_ members: [Int], _ pool: [Int]) -> [Int] {
    var fewest: [Int]?
    func consider(_ helpers: [Int]) { if helpers.count < fewest?.count ?? .max { fewest = helpers } }
    for rule in rules.counts {
      let possible = members.count { rule.matches[$0] != .no }
      // A share may be met by a smaller set; only what is lacking at every size is certain.
      guard let least = rule.least, possible < least else { continue }
      consider(pool.filter { rule.matches[$0] != .no })
    }
    for rule in rules.distincts where rules.possibleValueCount(rule, members) < rule.least {
      let known = Set(members.map { rule.values[$0] })
      consider(
        pool.filter {
          let value = rule.values[$0]
          return value == CompiledRules.Distinct.unnamed
            || value != CompiledRules.Distinct.outside && !known.contains(value)
        })
    }
    if !rules.leadFits.isEmpty, members.allSatisfy({ rules.leadFits[$0] == .no }) {
      consider(pool.filter { rules.leadFits[$0] != .no })
    }
    return fewest ?? pool
  }
}
