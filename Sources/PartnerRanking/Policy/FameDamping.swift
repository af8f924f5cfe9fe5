/// Puts bodies with a large share of all evidence back, which would otherwise be shown to everybody:
/// -weight · ln(max(n / n0, 1)) for n pieces of evidence, n0 = max(evidenceCount, share · all evidence).
public struct FameDamping: Hashable, Sendable, Codable {
  public var weight = 0.2
  public var share = 0.003
  public var evidenceCount = 10.0

  public init() {}

  /// How much evidence a body may have without being put back.
  package func usualEvidenceCount(evidenceCount: Int) -> Double {
    max(self.evidenceCount, share * Double(evidenceCount))
  }

  enum CodingKeys: String, CodingKey {
    case weight, share
    case evidenceCount = "evidence"
  }
}
