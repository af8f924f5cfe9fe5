/// How many records of each sort the registry holds.
public struct RegistryCounts: Hashable, Sendable, Codable {
  public var organizationCount: Int
  /// Of them, those with a record of their own and not only mentions.
  public var fullOrganizationCount: Int
  public var evidenceCount: Int
  public var participationCount: Int
  public var supportingRecordCount: Int
}
