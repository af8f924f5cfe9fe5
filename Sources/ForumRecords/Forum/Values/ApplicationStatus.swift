/// Where an application stands.
public enum ApplicationStatus: String, CaseIterable, Hashable, Sendable, Codable {
  case received
  /// Taken up by staff: it is matched and shown to others.
  case published
  case closed
  case withdrawn
}
