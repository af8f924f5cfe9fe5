public import ResearchProfiles

/// Which members of a consortium a rule speaks of: those that fulfil every condition that is stated.
public struct MemberFilter: Hashable, Sendable {
  /// One of these kinds; empty for any.
  public var kinds: [OrganizationKind]
  /// In one of these countries (ISO 3166-1 alpha-2, upper case); empty for any.
  public var countries: [String]
  /// In one of these first-level divisions; empty for any.
  public var regions: [String]
  /// Of one of these sizes; empty for any.
  public var sizes: [SizeClass]
  /// Outside the call's home country, or inside; `nil` for either.
  public var isForeign: Bool?
  /// New to the field, or not; `nil` for either.
  public var isNewcomer: Bool?

  public init(
    kinds: [OrganizationKind] = [], countries: [String] = [], regions: [String] = [], sizes: [SizeClass] = [],
    isForeign: Bool? = nil, isNewcomer: Bool? = nil
  ) {
    self.kinds = kinds
    self.countries = countries
    self.regions = regions
    self.sizes = sizes
    self.isForeign = isForeign
    self.isNewcomer = isNewcomer
  }

  public var admitsAll: Bool { self == MemberFilter() }
}
