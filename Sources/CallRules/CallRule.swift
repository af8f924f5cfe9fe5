public import ResearchProfiles

/// One rule of a call.
public struct CallRule: Hashable, Sendable {
  public enum Strength: String, CaseIterable, Hashable, Sendable, Codable {
    /// A consortium that breaks it is not proposed.
    case required
    /// A consortium that keeps it is preferred.
    case wished
  }

  /// Unique in its book.
  public var id: String
  public var title: LocalizedText
  public var strength: Strength
  public var requirement: Requirement
  /// The rule holds only for calls of these security classes; empty for all.
  public var securityClasses: [String]
  /// The law, call or decision that it rests on.
  public var reference: String
  /// Where it begins in its file, from 1.
  public var line: Int?

  public init(
    id: String, title: LocalizedText = LocalizedText(), strength: Strength = .required, requirement: Requirement,
    securityClasses: [String] = [], reference: String = "", line: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.strength = strength
    self.requirement = requirement
    self.securityClasses = securityClasses
    self.reference = reference
    self.line = line
  }
}
