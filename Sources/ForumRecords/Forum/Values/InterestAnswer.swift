/// What somebody answers to a suggestion or an introduction.
public enum InterestAnswer: String, CaseIterable, Hashable, Sendable, Codable {
  case yes
  case no
  case later
}
