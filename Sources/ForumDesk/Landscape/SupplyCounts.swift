/// What a registry holds, by field and region: who could meet a demand.
public struct SupplyCounts: Hashable, Sendable {
  public struct Place: Hashable, Sendable {
    /// `nil` for unknown.
    public var field: String?
    public var region: ForumRegion

    public init(field: String?, region: ForumRegion) {
      self.field = field
      self.region = region
    }
  }

  public struct Amount: Hashable, Sendable {
    /// Organisations with any evidence of the field, each once.
    public var organizationCount: Int
    /// Pieces of evidence of the field with an organisation of the region, each once.
    public var evidenceCount: Int

    public init(organizationCount: Int, evidenceCount: Int) {
      self.organizationCount = organizationCount
      self.evidenceCount = evidenceCount
    }
  }

  /// The registry's sequence that was counted.
  public var sequence: Int64
  public var amounts: [Place: Amount]
  /// By field: evidence counts once though it has organisations of several regions.
  public var fieldAmounts: [String?: Amount]
  /// Of evidence.
  public var grounds: GroundCounts

  public init(
    sequence: Int64 = 0, amounts: [Place: Amount] = [:], fieldAmounts: [String?: Amount] = [:],
    grounds: GroundCounts = GroundCounts()
  ) {
    self.sequence = sequence
    self.amounts = amounts
    self.fieldAmounts = fieldAmounts
    self.grounds = grounds
  }
}
