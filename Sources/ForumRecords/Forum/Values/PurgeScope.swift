/// How much of an application a purge removes.
public enum PurgeScope: String, CaseIterable, Hashable, Sendable, Codable {
  /// Contact, proofs of consent, notes of counselling, of introductions and on partners, earlier versions, suggestions.
  case personalData = "personal_data"
  /// That, and everything the application says. Its receipt, kind of applicant, courses and dates stay for statistics.
  case wholeApplication = "whole_application"
}
