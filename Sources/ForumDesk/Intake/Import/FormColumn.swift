/// What a column of a form service's export holds.
public enum FormColumn: Hashable, Sendable {
  case field(IntakeKey)
  /// When the form was sent.
  case timestamp
  case ignored

  /// `title`, `timestamp`, `ignored`.
  public var name: String {
    switch self {
    case .field(let key): key.rawValue
    case .timestamp: "timestamp"
    case .ignored: "ignored"
    }
  }

  public init?(name: String) {
    switch name {
    case "timestamp": self = .timestamp
    case "ignored": self = .ignored
    default:
      guard let key = IntakeKey(rawValue: name) else { return nil }
      self = .field(key)
    }
  }

  /// What officers choose among, the timestamp first.
  public static let all: [FormColumn] = [.timestamp, .ignored] + IntakeKey.allCases.map { .field($0) }
}

extension FormColumn: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let column = FormColumn(name: name) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(name)' is no column of the form")
    }
    self = column
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
