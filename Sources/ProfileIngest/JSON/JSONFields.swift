import ResearchProfiles

/// Takes the fields of one JSON object by key, and knows which nobody asked for.
///
/// A field of the wrong shape is left out and noted; it does not cost the record.
struct JSONFields {
  /// What the object describes, for notes ("evidence", "an application").
  private let subject: IngestText
  private static let mostNotes = 50
  private let members: [JSONValue.Member]
  private var isTaken: [Bool]
  /// What is to be said about this object.
  private(set) var notes: [RecordCollector.Note] = []

  init(_ members: [JSONValue.Member], subject: IngestText) {
    self.members = members
    self.subject = subject
    isTaken = Array(repeating: false, count: members.count)
  }

  func contains(_ key: String) -> Bool { members.contains { $0.key == key } }

  /// The value of a key; the last one where it is repeated, `nil` for null.
  mutating func value(_ key: String) -> JSONValue? {
    var value: JSONValue?
    for index in members.indices where members[index].key == key {
      isTaken[index] = true
      value = members[index].value
    }
    return value == .null ? nil : value
  }

  /// A string or number, with blanks set right; `nil` where it is missing or empty.
  mutating func line(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    guard let scalar = value.scalar else {
      note("'\(key)' should be a string and is \(value.kindName)")
      return nil
    }
    let line = FieldText.line(scalar)
    return line.isEmpty ? nil : line
  }

  /// An id: a string exactly as it stands but for blanks around it, or a number's digits; `nil` where it is missing or
  /// empty.
  mutating func identifier(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    guard let scalar = value.scalar else {
      note("'\(key)' should be a string and is \(value.kindName)")
      return nil
    }
    let identifier = FieldText.identifier(scalar)
    return identifier.isEmpty ? nil : identifier
  }

  /// A list of strings; a lone string is split at `;` and `|`.
  mutating func lines(_ key: String) -> [String] {
    guard let value = value(key) else { return [] }
    switch value {
    case .string(let text): return FieldText.keywords(Array(text.utf8), separators: ";|")
    case .array(let elements):
      let strings = elements.compactMap(\.scalar)
      if let other = elements.first(where: { $0.scalar == nil }) {
        note("'\(key)' should be a list of strings and holds \(other.kindName)")
      }
      return FieldText.distinct(strings.lazy.map { FieldText.line($0) })
    default:
      note("'\(key)' should be a list of strings and is \(value.kindName)")
      return []
    }
  }

  /// A string, an object of strings by language, or a list of `{"language", "text"}` where a language repeats or is unknown.
  mutating func localizedText(_ key: String, language: String? = nil, keepsLines: Bool = false) -> LocalizedText {
    guard let value = value(key) else { return LocalizedText() }
    var text = LocalizedText()
    switch value {
    case .string, .number:
      text.addBounded(Self.clean(value.scalar ?? "", keepsLines), language: language)
    case .object(let members):
      for member in members {
        switch member.value {
        case .string(let content): text.addBounded(Self.clean(content, keepsLines), language: member.key.lowercased())
        case .array(let elements):
          for case .string(let content) in elements {
            text.addBounded(Self.clean(content, keepsLines), language: member.key.lowercased())
          }
        case .null: break
        default: note("'\(key)' should hold strings by language and holds \(member.value.kindName)")
        }
      }
    case .array(let elements):
      for element in elements {
        guard let content = element.scalar ?? element["text"]?.scalar else {
          note("'\(key)' should hold texts with their language and holds \(element.kindName)")
          continue
        }
        text.addBounded(Self.clean(content, keepsLines), language: element["language"]?.line ?? language)
      }
    default: note("'\(key)' should be a string or strings by language and is \(value.kindName)")
    }
    return text
  }

  mutating func date(_ key: String) -> CalendarDate? {
    guard let line = line(key) else { return nil }
    guard let date = CalendarDate(line) else {
      note("'\(key)' holds dates that are none, and are left out", remedy: "write dates as yyyy-mm-dd")
      return nil
    }
    return date
  }

  /// One of an enumeration's values, in any case; anything else is noted and left out.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice?
  where Choice.RawValue == String {
    guard let line = line(key) else { return nil }
    if let choice = Choice(rawValue: line.lowercased()) { return choice }
    note(
      "the value '\(line.prefix(64))' of '\(key)' is unknown and left out",
      remedy: "write one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }

  /// At most ``mostNotes`` for one object: more say nothing new.
  mutating func note(_ reason: IngestText, remedy: IngestText = "correct the value") {
    if notes.count < Self.mostNotes {
      notes.append(RecordCollector.Note(reason: "in \(subject) \(reason)", remedy: remedy))
    }
  }

  /// The notes, those about keys that nobody took included.
  func allNotes(knownKeys: String) -> [RecordCollector.Note] {
    var notes = notes
    for index in members.indices where !isTaken[index] && notes.count < Self.mostNotes {
      notes.append(
        RecordCollector.Note(
          reason: "the key '\(members[index].key.prefix(64))' of \(subject) is unknown and ignored",
          remedy: "check its spelling; known are \(knownKeys)"))
    }
    return notes
  }

  private static func clean(_ text: String, _ keepsLines: Bool) -> String {
    keepsLines ? FieldText.paragraphs(text) : FieldText.line(text)
  }
}
