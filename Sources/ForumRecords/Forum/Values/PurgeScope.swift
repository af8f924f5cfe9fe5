/// How much of an application a purge removes.
public enum PurgeScope: String, CaseIterable, Hashable, Sendable, Codable {
  /// Contact, proofs of consent, notes of counselling, of introductions and on partners, earlier versions, and the key
  /// of the form service's row. Consents that still held end.
  case personalData = "personal_data"
  /// That, and everything the application says, its suggestions, marks and answers. Its receipt, dates, channel, status,
  /// field, region, courses and the applicant's kind and country stay for statistics, and so do introductions.
  case wholeApplication = "whole_application"
}
