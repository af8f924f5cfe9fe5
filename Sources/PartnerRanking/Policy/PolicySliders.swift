/// What an officer prefers, each in -1...1 with 0 as learnt. A slider multiplies the parts that it is about.
public struct PolicySliders: Hashable, Sendable, Codable {
  public enum Name: String, CaseIterable, Hashable, Sendable, Codable {
    /// 1: proven ties count twice; -1: fresh blood, ties count nothing.
    case ties
    /// 1: near, the applicant's own country and city count twice; -1: far, they count nothing.
    case nearness
    /// 1: large bodies are not put back; -1: they are put back twice as far.
    case size
  }

  public var ties = 0.0
  public var nearness = 0.0
  public var size = 0.0

  public init() {}

  public subscript(name: Name) -> Double {
    get {
      switch name {
      case .ties: ties
      case .nearness: nearness
      case .size: size
      }
    }
    set {
      switch name {
      case .ties: ties = newValue
      case .nearness: nearness = newValue
      case .size: size = newValue
      }
    }
  }

  /// By what a part is multiplied, at least 0.
  public func factor(of part: PartnerScore.Part) -> Double {
    switch part {
    case .network, .partnerNetwork, .sharedProjects: 1 + ties
    case .country, .city, .countryTies: 1 + nearness
    case .fame: 1 - size
    default: 1
    }
  }
}
