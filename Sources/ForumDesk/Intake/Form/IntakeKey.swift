/// The name of a field of the forum's form: what web pages, drafts, answers and mappings of headings call it.
public enum IntakeKey: String, CaseIterable, Hashable, Sendable, Codable {
  case purposes

  case organizationName = "organization_name"
  case organizationKind = "organization_kind"
  case region
  case country
  case homepage

  case title
  case summary
  case needs
  /// One for each of the needs, in their order.
  case needUrgencies = "need_urgencies"
  case offers
  case keywords
  case field
  case wantedKinds = "wanted_kinds"
  case wantedRegions = "wanted_regions"
  case readinessLevel = "readiness_level"
  case budget = "budget_million_won"
  case wantedRole = "wanted_role"

  case personName = "person_name"
  case position
  case department
  case email
  case phone

  case forumConsent = "consent_forum"
  case partnerConsent = "consent_partners"
  case trainingConsent = "consent_training"
}
