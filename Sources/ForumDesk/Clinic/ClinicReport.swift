/// What the demand clinic found about one application.
public struct ClinicReport: Hashable, Sendable {
  public var receipt: String
  /// In the order in which they are shown.
  public var checks: [ClinicCheck]
  /// For each need, or what stands for one.
  public var effects: [NeedEffect]
  /// The most alike first.
  public var duplicates: [LikelyDuplicate]

  public init(receipt: String, checks: [ClinicCheck], effects: [NeedEffect], duplicates: [LikelyDuplicate]) {
    self.receipt = receipt
    self.checks = checks
    self.effects = effects
    self.duplicates = duplicates
  }

  public func count(_ state: ClinicState) -> Int { checks.count { $0.state == state } }

  /// Points that the applicant is asked about.
  public var openChecks: [ClinicCheck] {
    checks.filter { $0.state != .good && $0.suggestion != nil && $0.subject != .duplicates }
  }

  /// Whether there is anything to ask the applicant.
  public var needsLetter: Bool { !openChecks.isEmpty }
}
