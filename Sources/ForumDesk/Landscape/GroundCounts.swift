/// How many things were counted to a field on which ground: what a landscape may be trusted with.
public struct GroundCounts: Hashable, Sendable, Codable {
  public var code = 0
  public var text = 0
  public var faintText = 0
  public var none = 0

  public init() {}

  public var total: Int { code + text + faintText + none }

  /// In percent of all, rounded; 0 where there is nothing.
  public func percent(_ ground: FieldDecision.Ground) -> Int {
    total == 0 ? 0 : (self[ground] * 200 + total) / (2 * total)
  }

  public subscript(ground: FieldDecision.Ground) -> Int {
    switch ground {
    case .code: code
    case .text: text
    case .faintText: faintText
    case .none: none
    }
  }

  mutating func add(_ ground: FieldDecision.Ground) {
    switch ground {
    case .code: code += 1
    case .text: text += 1
    case .faintText: faintText += 1
    case .none: none += 1
    }
  }
}
