public import ResearchProfiles

/// A part of what has changed in the registry since an earlier sequence.
public enum RegistryChangeBatch: Sendable {
  /// Gone since then, in order of id bytes; also ids that a reader of the earlier state may never have seen.
  case deletedEvidence([EvidenceID])
  case deletedOrganizations([OrganizationID])
  /// New or changed, in order of id bytes.
  case organizations([OrganizationProfile])
  /// Ids that answer with another body, in order of id bytes: they are no organisations of their own (any more).
  case mergedOrganizations([MergedOrganization])
  /// New or changed, or with an organisation whose kind, country or region changed; in order of id bytes.
  case evidence([StoredEvidence])
}
