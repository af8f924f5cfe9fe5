public import ResearchProfiles

/// A field that something belongs to, and how sure that is.
public struct FieldAssignment: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case code(ClassificationCode)
    /// Terms of the field that the text holds, those that count most first.
    case text([String])
  }

  public var field: String
  /// From 0 to 1. Of codes: 0.9 for a field of the second level that the code names, 0.75 where only a wider one is known,
  /// 0.6 for a field of the first level. Of text at most 0.8: the share of the field's terms among all that were found, less
  /// where few were.
  public var confidence: Double
  public var reason: Reason

  public init(field: String, confidence: Double, reason: Reason) {
    self.field = field
    self.confidence = confidence
    self.reason = reason
  }
}
