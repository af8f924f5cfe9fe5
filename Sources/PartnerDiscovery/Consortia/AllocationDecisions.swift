public import ResearchProfiles

/// What people have decided about introductions before a forum is allocated: a JSON file.
///
/// `{"pins": [{"application": "a1", "organization": "kist"}], "vetoes": [], "wishes": [], "capacities": {"kist": 8}}`;
/// a wish names who asks: `"by": "applicant"` (the default) or `"by": "organization"`; a pair wished by both is mutual.
public struct AllocationDecisions: Codable, Hashable, Sendable {
  public struct Pair: Codable, Hashable, Sendable {
    public enum Side: String, Codable, Hashable, Sendable {
      case applicant
      case organization
    }

    public var application: String
    public var organization: OrganizationID
    public var by: Side?

    public init(application: String, organization: OrganizationID, by: Side? = nil) {
      self.application = application
      self.organization = organization
      self.by = by
    }
  }

  public var pins: [Pair]?
  public var vetoes: [Pair]?
  public var wishes: [Pair]?
  /// Introductions that certain bodies get, at most.
  public var capacities: [String: Int]?

  public init(
    pins: [Pair]? = nil, vetoes: [Pair]? = nil, wishes: [Pair]? = nil, capacities: [String: Int]? = nil
  ) {
    self.pins = pins
    self.vetoes = vetoes
    self.wishes = wishes
    self.capacities = capacities
  }

  /// - Throws: ``ConsortiumInputError``.
  public static func read(path: String) throws -> AllocationDecisions {
    try JSONInput.read(
      path: path,
      shape: "{\"pins\": [{\"application\": \"a1\", \"organization\": \"kist\"}], \"capacities\": {\"kist\": 8}}")
  }
}
