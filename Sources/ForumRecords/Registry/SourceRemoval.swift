/// What the removal of a source took away.
public struct SourceRemoval: Hashable, Sendable {
  /// Pieces of evidence that only this source spoke of.
  public var evidenceCount = 0
  /// Those of which others speak too, and which are shown as they do.
  public var keptEvidenceCount = 0
  public var organizationCount = 0
  public var keptOrganizationCount = 0
  public var supportingRecordCount = 0
}
