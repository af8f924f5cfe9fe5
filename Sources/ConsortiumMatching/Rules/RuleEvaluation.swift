public import CallRules
import ResearchProfiles

/// Holds a set of members against the rules of a call. The plain version, which explains itself; searches use
/// ``CompiledRules`` and are tested against this.
public struct RuleEvaluation: Sendable {
  public let book: RuleBook
  /// By number of member.
  public let facts: [MemberFacts]
  /// Of the call; `nil` where it is not known.
  public let securityClass: String?

  public init(book: RuleBook, facts: [MemberFacts], securityClass: String? = nil) {
    self.book = book
    self.facts = facts
    self.securityClass = securityClass
  }

  /// - Parameters:
  ///   - members: numbers, each once.
  ///   - lead: who leads, one of `members`.
  public func verdicts(for members: [Int], lead: Int?) -> [RuleVerdict] {
    book.rules.indices.map { verdict($0, members, lead: lead) }
  }

  /// Who leads: the member that fits best what all rules ask of a lead, `preferred` (in order) among equals.
  public func lead(of members: [Int], preferring preferred: [Int] = []) -> Int? {
    let order = preferred.filter(members.contains) + members.filter { !preferred.contains($0) }.sorted()
    var best: (fit: Tristate, member: Int)?
    for member in order {
      let fit = leadFit(member)
      if fit > best?.fit ?? .no { best = (fit, member) }
    }
    return best?.member ?? order.first
  }

  /// Whether the member may lead, by all required rules together.
  func leadFit(_ member: Int) -> Tristate { leadFit(member, among: CompiledRules.requiredRules(of: self)) }

  /// The same by the rules at these places of the book.
  func leadFit(_ member: Int, among rules: [Int]) -> Tristate {
    rules.reduce(.yes) { $0.and(leadFit(member, book.rules[$1])) }
  }

  private func leadFit(_ member: Int, _ rule: CallRule) -> Tristate {
    switch rule.requirement {
    case .lead(let filter): filter.match(facts[member], homeCountry: book.homeCountry)
    case .load(_, let leading, _): Tristate(facts[member].leadingProjectCount.map { $0 + 1 <= leading })
    default: .yes
    }
  }

  private func verdict(_ number: Int, _ members: [Int], lead: Int?) -> RuleVerdict {
    let rule = book.rules[number]
    var verdict = verdict(number, rule.requirement, members, lead: lead)
    guard !rule.securityClasses.isEmpty else { return verdict }
    if let securityClass {
      return rule.securityClasses.contains(securityClass) ? verdict : RuleVerdict(rule: number, state: .met)
    }
    if verdict.state != .met {
      verdict.state = .unknown
      verdict.missing.append(.init(member: nil, field: .securityClass))
    }
    return verdict
  }

  private func verdict(_ number: Int, _ requirement: Requirement, _ members: [Int], lead: Int?) -> RuleVerdict {
    switch requirement {
    case .size(let least, let most):
      return RuleVerdict(
        rule: number, state: (least...max(least, most)).contains(members.count) ? .met : .notMet, found: members.count)
    case .members(let filter, let least, let most):
      let count = Count(members) { match(filter, $0, &$1) }
      return count.verdict(number, atLeast: least, atMost: most)
    case .share(let filter, let least, let most):
      let count = Count(members) { match(filter, $0, &$1) }
      return count.verdict(
        number, atLeast: least.map { Self.count(percent: $0, of: members.count, isRoundedUp: true) },
        atMost: most.map { Self.count(percent: $0, of: members.count, isRoundedUp: false) },
        found: members.isEmpty ? 0 : count.yes.count * 100 / members.count)
    case .distinct(let attribute, let filter, let least):
      return distinct(number, attribute, filter, least, members)
    case .lead(let filter):
      guard let lead else { return RuleVerdict(rule: number, state: .notMet) }
      return Count([lead]) { match(filter, $0, &$1) }.verdict(number, atLeast: 1, atMost: nil)
    case .governmentShare(let percentBySize):
      return Count(members) { governmentShareIsTooLarge($0, percentBySize, &$1) }.verdict(
        number, atLeast: nil, atMost: 0)
    case .load(let running, let leading, _):
      return Count(members) { member, missing in
        var isTooMuch = exceeds(facts[member].runningProjectCount, running, .runningProjects, &missing)
        if member == lead {
          isTooMuch = max(isTooMuch, exceeds(facts[member].leadingProjectCount, leading, .leadingProjects, &missing))
        }
        return isTooMuch
      }.verdict(number, atLeast: nil, atMost: 0)
    case .independent:
      let groups = Dictionary(grouping: members.filter { facts[$0].group != nil }) { facts[$0].group ?? "" }
      let dependent = groups.values.filter { $0.count > 1 }.joined().sorted()
      return RuleVerdict(rule: number, state: dependent.isEmpty ? .met : .notMet, members: dependent)
    case .excluded(let marks):
      return Count(members) { member, missing in
        guard let known = facts[member].marks else {
          missing.append(.marks)
          return .unknown
        }
        return Tristate(marks.contains(where: known.contains))
      }.verdict(number, atLeast: nil, atMost: 0)
    }
  }

  private func match(_ filter: MemberFilter, _ member: Int, _ missing: inout [MemberFacts.Field]) -> Tristate {
    filter.match(facts[member], homeCountry: book.homeCountry, missing: &missing)
  }

  /// How many of so many members make a share.
  static func count(percent: Int, of total: Int, isRoundedUp: Bool) -> Int {
    (percent * total + (isRoundedUp ? 99 : 0)) / 100
  }

  /// Companies only: no other body has a limit.
  private func governmentShareIsTooLarge(
    _ member: Int, _ limits: [SizeClass: Int], _ missing: inout [MemberFacts.Field]
  ) -> Tristate {
    let facts = facts[member]
    guard let kind = facts.kind else {
      missing.append(.kind)
      return .unknown
    }
    guard kind == .company else { return .no }
    var open: [MemberFacts.Field] = []
    if facts.size == nil { open.append(.size) }
    if facts.governmentSharePercent == nil { open.append(.governmentShare) }
    guard let size = facts.size, let share = facts.governmentSharePercent else {
      missing += open
      return .unknown
    }
    return Tristate(limits[size].map { share > $0 } ?? false)
  }

  /// One more project would be too many.
  private func exceeds(
    _ count: Int?, _ limit: Int, _ field: MemberFacts.Field, _ missing: inout [MemberFacts.Field]
  ) -> Tristate {
    guard let count else {
      missing.append(field)
      return .unknown
    }
    return Tristate(count + 1 > limit)
  }

  private func distinct(
    _ number: Int, _ attribute: MemberAttribute, _ filter: MemberFilter, _ least: Int, _ members: [Int]
  ) -> RuleVerdict {
    var sure: Set<String> = []
    var possible: Set<String> = []
    var nameless = 0
    var missing: [RuleVerdict.MissingFact] = []
    for member in members {
      var fields: [MemberFacts.Field] = []
      let match = match(filter, member, &fields)
      guard match != .no else { continue }
      let value = facts[member].value(of: attribute)
      if value == nil, !fields.contains(attribute.field) { fields.append(attribute.field) }
      missing += fields.map { .init(member: member, field: $0) }
      guard let value else {
        nameless += 1
        continue
      }
      possible.insert(value)
      if match == .yes { sure.insert(value) }
    }
    let state: RuleVerdict.State =
      sure.count >= least ? .met : (possible.count + nameless < least ? .notMet : .unknown)
    return RuleVerdict(
      rule: number, state: state, found: sure.count,
      members: state == .unknown ? Array(Set(missing.compactMap(\.member))).sorted() : [],
      missing: state == .unknown ? missing : [])
  }

  /// Members that a condition holds for, does not hold for, or may hold for.
  private struct Count {
    var yes: [Int] = []
    var open: [Int] = []
    var missing: [RuleVerdict.MissingFact] = []

    init(_ members: [Int], _ condition: (Int, inout [MemberFacts.Field]) -> Tristate) {
      for member in members {
        var fields: [MemberFacts.Field] = []
        switch condition(member, &fields) {
        case .yes: yes.append(member)
        case .no: break
        case .unknown:
          open.append(member)
          missing += fields.map { .init(member: member, field: $0) }
        }
      }
    }

    func verdict(_ number: Int, atLeast least: Int?, atMost most: Int?, found: Int? = nil) -> RuleVerdict {
      let (low, high) = (yes.count, yes.count + open.count)
      let least = least ?? 0
      let most = most ?? .max
      if low > most { return RuleVerdict(rule: number, state: .notMet, found: found ?? low, members: yes) }
      if high < least { return RuleVerdict(rule: number, state: .notMet, found: found ?? low) }
      if low >= least, high <= most { return RuleVerdict(rule: number, state: .met, found: found ?? low) }
      return RuleVerdict(rule: number, state: .unknown, found: found ?? low, members: open, missing: missing)
    }
  }
}

extension CallRule {
  /// Whether the rule is known to apply.
  func appliesSurely(to securityClass: String?) -> Bool {
    securityClasses.isEmpty || securityClass.map(securityClasses.contains) ?? false
  }
}

extension MemberFacts {
  func value(of attribute: MemberAttribute) -> String? {
    switch attribute {
    case .kind: kind?.rawValue
    case .country: country
    case .region: region
    }
  }
}

extension MemberAttribute {
  fileprivate var field: MemberFacts.Field {
    switch self {
    case .kind: .kind
    case .country: .country
    case .region: .region
    }
  }
}
