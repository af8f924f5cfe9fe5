/// A sentence of a report on what was read: a pattern and what stands in its gaps. English by itself; whoever speaks another
/// language finds the pattern's translation and fills the gaps in turn. Written like any text with interpolations.
public struct IngestText: Hashable, Sendable, CustomStringConvertible {
  public enum Argument: Hashable, Sendable {
    /// A number, a name, or what somebody else says.
    case text(String)
    /// A clause within the sentence.
    case clause(IngestText)
  }

  /// What stands for each argument in a pattern.
  public static let gap = "{}"

  /// The English sentence with its gaps.
  public var pattern: String
  /// As many as there are gaps; gaps beyond them stand for themselves.
  public var arguments: [Argument]

  public init(_ pattern: String, _ arguments: [Argument] = []) {
    self.pattern = pattern
    self.arguments = arguments
  }

  public var description: String { filled(pattern) { $0.description } }

  /// Another wording of the pattern with what stands in the gaps of this one.
  ///
  /// - Parameters:
  ///   - wording: with a gap for each argument: `{}` for the next one, or `{1}`, `{2}` ... for a certain one.
  ///   - clause: the wording of a clause.
  public func filled(_ wording: String, clause: (IngestText) -> String) -> String {
    guard !arguments.isEmpty else { return wording }
    var text = ""
    var next = 0
    var rest = wording[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let close = rest[open...].firstIndex(of: "}")
      let name = close.map { rest[rest.index(after: open)..<$0] }
      let place = name.flatMap { $0.isEmpty ? next : Int($0).map { $0 - 1 } }
      guard let close, let name, let place, arguments.indices.contains(place) else {
        text += "{"
        rest = rest[rest.index(after: open)...]
        continue
      }
      if name.isEmpty { next += 1 }
      switch arguments[place] {
      case .text(let argument): text += argument
      case .clause(let inner): text += clause(inner)
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// The same with all texts in the gaps passed through a function.
  public func mapped(_ change: (String) -> String) -> IngestText {
    IngestText(
      pattern,
      arguments.map { argument in
        switch argument {
        case .text(let text): .text(change(text))
        case .clause(let clause): .clause(clause.mapped(change))
        }
      })
  }
}

extension IngestText: ExpressibleByStringInterpolation {
  public struct StringInterpolation: StringInterpolationProtocol {
    var pattern = ""
    var arguments: [Argument] = []

    public init(literalCapacity: Int, interpolationCount: Int) { pattern.reserveCapacity(literalCapacity) }

    public mutating func appendLiteral(_ literal: String) { pattern += literal }

    public mutating func appendInterpolation(_ clause: IngestText) {
      pattern += IngestText.gap
      arguments.append(.clause(clause))
    }

    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pattern += IngestText.gap
      arguments.append(.text(value.description))
    }
  }

  public init(stringLiteral text: String) { self.init(text) }

  public init(stringInterpolation: StringInterpolation) {
    self.init(stringInterpolation.pattern, stringInterpolation.arguments)
  }
}

extension IngestText: Codable {
  private enum CodingKeys: String, CodingKey {
    case pattern, arguments
  }

  /// A sentence without gaps is its text.
  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self.init(text)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(String.self, forKey: .pattern), try container.decode([Argument].self, forKey: .arguments))
  }

  public func encode(to encoder: any Encoder) throws {
    if arguments.isEmpty {
      var container = encoder.singleValueContainer()
      try container.encode(pattern)
    } else {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(pattern, forKey: .pattern)
      try container.encode(arguments, forKey: .arguments)
    }
  }
}

extension IngestText.Argument: Codable {
  private enum CodingKeys: String, CodingKey {
    case clause
  }

  /// A text is itself, a clause an object that holds it.
  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self = .text(text)
    } else {
      self = .clause(try decoder.container(keyedBy: CodingKeys.self).decode(IngestText.self, forKey: .clause))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .clause(let clause):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(clause, forKey: .clause)
    }
  }
}
