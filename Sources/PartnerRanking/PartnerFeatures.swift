/// What the score of a partner is made from.
public struct PartnerFeatures: Hashable, Sendable {
  public var organization: UInt32
  /// How much evidence it has.
  public var evidenceCount: Int
  /// Row and column of the ``KindTable``.
  public var applicantKind: Int
  public var kind: Int
  /// The features of the curved parts, in their order; at least 0 but for country ties.
  private var values = SIMD16<Double>(repeating: 0)

  public init(organization: UInt32, evidenceCount: Int, applicantKind: Int, kind: Int) {
    self.organization = organization
    self.evidenceCount = evidenceCount
    self.applicantKind = applicantKind
    self.kind = kind
  }

  public subscript(part: PartnerScore.Part) -> Double {
    get { values[part.lane] }
    set { values[part.lane] = newValue }
  }
}
