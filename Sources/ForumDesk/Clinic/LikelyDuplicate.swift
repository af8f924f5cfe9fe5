/// Another application that says much the same, or comes from the same applicant.
public struct LikelyDuplicate: Hashable, Sendable, Codable {
  public var receipt: String
  public var title: String
  /// Of pairs of neighbouring words of both texts, the share that both hold (Jaccard), in 0...1.
  public var overlap: Double
  public var isSameApplicant: Bool

  public init(receipt: String, title: String, overlap: Double, isSameApplicant: Bool) {
    self.receipt = receipt
    self.title = title
    self.overlap = overlap
    self.isSameApplicant = isSameApplicant
  }

  /// From which overlap on two texts of different applicants count as one.
  public static let threshold = 0.5
  /// From which overlap on two texts of one applicant do.
  public static let thresholdOfSameApplicant = 0.2

  public var isLikely: Bool { overlap >= (isSameApplicant ? Self.thresholdOfSameApplicant : Self.threshold) }
}
