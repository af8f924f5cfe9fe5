/// What was written, and what the format cannot say.
public struct ExportReport: Hashable, Sendable {
  public var organizationCount = 0
  public var evidenceCount = 0
  /// Participations of organisations in evidence.
  public var linkCount = 0
  /// Evidence that has no place in the format.
  public var omittedEvidenceCount = 0
  /// Participations whose role has no place in the format.
  public var omittedLinkCount = 0
  /// Mail addresses, mobile telephone numbers and 주민등록번호 that were taken out of texts.
  public var withheldPersonalItemCount = 0
  /// The files that were written, as paths.
  public var files: [String] = []

  public init() {}
}
