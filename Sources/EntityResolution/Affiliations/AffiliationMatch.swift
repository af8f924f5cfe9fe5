/// A body that a text names.
public struct AffiliationMatch: Hashable, Sendable {
  /// Position among the bodies that the matcher was made with.
  public let body: Int
  /// The name of the body that was found.
  public let name: String
  public let score: ResolutionScore
}
