/// What somebody filled in: texts by the names of fields, as a web form posts them. What it holds may be anything.
public struct IntakeAnswers: Hashable, Sendable, Codable {
  public var values: [String: [String]]

  public init(_ values: [String: [String]] = [:]) { self.values = values }

  public subscript(key: IntakeKey) -> [String] {
    get { values[key.rawValue] ?? [] }
    set { values[key.rawValue] = newValue.isEmpty ? nil : newValue }
  }

  /// The first value, or an empty text.
  public func first(_ key: IntakeKey) -> String { self[key].first ?? "" }
}
