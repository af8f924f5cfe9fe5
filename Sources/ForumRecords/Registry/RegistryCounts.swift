/// How many records of each sort the registry holds.
public struct RegistryCounts: Hashable, Sendable, Codable {
  /// Bodies: organisations that were merged count once.
  public var organizationCount: Int
  /// Organisations that are known by the id of another one.
  public var mergedOrganizationCount: Int
  /// Of them, those with a record of their own and not only mentions.
  public var fullOrganizationCount: Int
  public var evidenceCount: Int
  public var participationCount: Int
  public var supportingRecordCount: Int
}
