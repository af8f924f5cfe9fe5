/// What became of one ``RegistryChange``.
public struct RegistryOutcome: Hashable, Sendable {
  public enum Effect: String, Hashable, Sendable, Codable {
    case added
    case updated
    /// The stored record already says the same: nothing was written.
    case unchanged
    case deleted
    /// There was nothing to delete.
    case absent
  }

  public var effect: Effect
  /// Organisations that an evidence's mentions or participations made known.
  public var mentionedOrganizationsAdded: Int
  /// Known organisations of which an evidence's mentions filled an empty field.
  public var mentionedOrganizationsFilled: Int

  public init(_ effect: Effect, mentionedOrganizationsAdded: Int = 0, mentionedOrganizationsFilled: Int = 0) {
    self.effect = effect
    self.mentionedOrganizationsAdded = mentionedOrganizationsAdded
    self.mentionedOrganizationsFilled = mentionedOrganizationsFilled
  }
}
