/// How sure it is that two records are one body: the sum of its reasons' points.
public struct ResolutionScore: Hashable, Sendable {
  public private(set) var reasons: [ResolutionReason] = []
  /// The sum of the reasons' points.
  public private(set) var points = 0
  /// Whether something rules out that they are one, whatever else speaks for it.
  public private(set) var isForbidden = false
  private let keepsReasons: Bool

  /// - Parameter keepsReasons: `false` where only the sum is wanted, for millions of pairs.
  public init(keepsReasons: Bool = true) { self.keepsReasons = keepsReasons }

  mutating func add(_ kind: ResolutionReason.Kind, _ detail: @autoclosure () -> String, _ points: Int) {
    if keepsReasons { reasons.append(ResolutionReason(kind, detail(), points: points)) }
    self.points += points
  }

  mutating func forbid(_ kind: ResolutionReason.Kind, _ detail: @autoclosure () -> String, _ points: Int) {
    add(kind, detail(), points)
    isForbidden = true
  }
}
