public import PartnerRanking

/// The parts of a score as JSON: they add up to it.
public struct PartsDocument: Encodable, Sendable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private let score: PartnerMatch.Score

  public init(_ score: PartnerMatch.Score) { self.score = score }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for part in PartnerMatch.Score.Part.allCases {
      try container.encode(score[part], forKey: Key(stringValue: part.rawValue))
    }
  }
}
