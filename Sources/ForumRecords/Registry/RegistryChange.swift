public import ResearchProfiles

/// One thing that a source tells the registry to do.
public enum RegistryChange: Sendable {
  /// A record of the organisation's own: every field it states replaces the stored one.
  case organization(OrganizationProfile)
  /// What another record says of an organisation: it becomes known, and its empty fields are filled.
  case mention(OrganizationProfile)
  /// A piece of evidence, which replaces the stored one of the same id; and the organisations as it describes them.
  /// Participants without a mention become known by their id alone.
  case evidence(EncodedEvidence, mentions: [OrganizationProfile])
  case supporting(SupportingRecord)
  case deleteEvidence(EvidenceID)
  /// Also takes the organisation out of every piece of evidence.
  case deleteOrganization(OrganizationID)
}
