/// One field of Moim's own list of two levels: `quantum`, and below it `quantum.sensing`.
public struct ResearchField: Hashable, Sendable {
  /// Lower-case; that of the second level begins with its parent's and a point.
  public let id: String
  /// `nil` for the first level.
  public let parentID: String?
  public let korean: String
  public let english: String
}
