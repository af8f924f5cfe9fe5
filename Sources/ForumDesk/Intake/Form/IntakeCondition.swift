/// When a field is asked for, or required.
public indirect enum IntakeCondition: Hashable, Sendable {
  case always
  case never
  /// One of these values was chosen in another field.
  case chosen(IntakeKey, anyOf: [String])
  /// Another field is empty.
  case missing(IntakeKey)
  case all([IntakeCondition])

  /// - Parameter values: of a field, those that are not blank.
  public func holds(_ values: (IntakeKey) -> [String]) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .chosen(let key, let wanted): values(key).contains { wanted.contains($0) }
    case .missing(let key): values(key).isEmpty
    case .all(let conditions): conditions.allSatisfy { $0.holds(values) }
    }
  }
}

extension IntakeCondition {
  static func purpose(_ purposes: IntakePurpose...) -> IntakeCondition {
    .chosen(.purposes, anyOf: purposes.map(\.rawValue))
  }
}
