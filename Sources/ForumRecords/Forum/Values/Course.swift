/// A course that the forum offers beside joint research.
public enum Course: String, CaseIterable, Hashable, Sendable, Codable {
  case commercialisation
  case industry
}
