/// One point that the clinic looked at, and what would make it better.
public struct ClinicCheck: Hashable, Sendable {
  public enum Subject: String, CaseIterable, Hashable, Sendable, Codable {
    case title, summary, need, reach, offer, field, partners, details
    case personalData = "personal_data"
    case duplicates
  }

  public var subject: Subject
  /// Which need or offer it is about, from 0.
  public var place: Int?
  public var title: Bilingual
  /// What is so.
  public var finding: Bilingual
  /// What to do; `nil` where nothing is to be done.
  public var suggestion: Bilingual?
  public var state: ClinicState

  public init(
    _ subject: Subject, place: Int? = nil, _ state: ClinicState, title: Bilingual, finding: Bilingual,
    suggestion: Bilingual? = nil
  ) {
    self.subject = subject
    self.place = place
    self.state = state
    self.title = title
    self.finding = finding
    self.suggestion = suggestion
  }
}
