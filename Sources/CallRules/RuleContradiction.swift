public import ResearchProfiles

/// A rule that no consortium whatever can keep, or that demands nothing.
public enum RuleContradiction: Hashable, Sendable {
  public struct Share: Hashable, Sendable {
    public var count: Int
    public var kind: OrganizationKind

    public init(count: Int, kind: OrganizationKind) {
      self.count = count
      self.kind = kind
    }
  }

  case boundsReversed(leastKey: String, least: Int, mostKey: String, most: Int)
  case tooManyDifferent(wanted: Int, attribute: MemberAttribute, possible: Int)
  case leadingAboveRunning(leading: Int, running: Int)
  case foreignAtHome(country: String)
  case sizesWithoutCompanies
  case independentFalse
  /// The rules of size leave none.
  case noSize(least: Int, most: Int)
  case moreMembersThanSize(members: Int, most: Int)
  case moreDifferentThanSize(members: Int, most: Int)
  /// Kinds exclude each other, so that their members add up.
  case kindsAboveSize([Share], most: Int)
}

extension RuleContradiction: CustomStringConvertible {
  /// In English, with what to do.
  public var description: String {
    switch self {
    case .boundsReversed(let leastKey, let least, let mostKey, let most):
      "'\(leastKey)' (\(least)) is above '\(mostKey)' (\(most)): exchange them or lower the first"
    case .tooManyDifferent(let wanted, let attribute, let possible):
      "the rule asks for \(wanted) different values of '\(attribute.rawValue)', but only \(possible) are possible: "
        + "lower at_least to \(possible), or widen 'of'"
    case .leadingAboveRunning(let leading, let running):
      "'leading' (\(leading)) is above 'running' (\(running)): lower 'leading'"
    case .foreignAtHome(let country):
      "nobody in \(country) is foreign there: leave out 'foreign' or change 'countries'"
    case .sizesWithoutCompanies: "only companies have a size class: add company to 'kinds' or leave out 'sizes'"
    case .independentFalse: "'independent: false' demands nothing: leave the rule out"
    case .noSize(let least, let most):
      "the size rules leave no size: at least \(least), at most \(most): keep one of them"
    case .moreMembersThanSize(let members, let most):
      "the rule asks for \(members) members, the size for at most \(most): raise the size or lower at_least"
    case .moreDifferentThanSize(let members, let most):
      "the rule asks for \(members) different members, the size for at most \(most): raise the size or lower at_least"
    case .kindsAboveSize(let shares, let most):
      "the rules ask for \(shares.map { "\($0.count) \($0.kind.rawValue)" }.joined(separator: ", ")), together "
        + "\(Self.total(shares)) members, the size for at most \(most): raise the size to \(Self.total(shares)) or ask "
        + "for fewer"
    }
  }

  public static func total(_ shares: [Share]) -> Int { shares.reduce(0) { $0 + $1.count } }
}
