public import ResearchProfiles

/// The rules of one call.
public struct RuleBook: Hashable, Sendable {
  public var name: String
  public var title: LocalizedText
  /// Who is not of this country is foreign; `nil` where the call has none.
  public var homeCountry: String?
  /// What a reader should know: of which day the facts are, what is left out.
  public var note: String
  public var rules: [CallRule]

  public init(
    name: String, title: LocalizedText = LocalizedText(), homeCountry: String? = nil, note: String = "",
    rules: [CallRule]
  ) {
    self.name = name
    self.title = title
    self.homeCountry = homeCountry
    self.note = note
    self.rules = rules
  }

  /// The smallest and the largest number of members that the required rules leave, where they say so.
  public var size: (atLeast: Int?, atMost: Int?) {
    var (least, most): (Int?, Int?) = (nil, nil)
    for rule in rules where rule.strength == .required && rule.securityClasses.isEmpty {
      guard case .size(let low, let high) = rule.requirement else { continue }
      least = max(least ?? low, low)
      most = min(most ?? high, high)
    }
    return (least, most)
  }
}
