import ResearchProfiles

/// What a ROR record says about another.
struct RorRelation: Equatable {
  enum Kind: String {
    case parent, child, related, successor, predecessor
  }

  var kind: Kind
  var id: String
  var label: String?

  /// Schema 1 writes `Parent`, schema 2 `parent`. `nil` for what is no relation to a ROR id.
  init?(_ value: JSONValue) {
    guard let kind = value["type"]?.line.flatMap({ Kind(rawValue: $0.lowercased()) }), let id = value["id"]?.line,
      RorIdentifier(id) != nil
    else { return nil }
    self.kind = kind
    self.id = id
    label = value["label"]?.line
  }
}
