/// One object of a mapping file: takes its keys, and says where in the file it is wrong.
struct MappingObject {
  let members: [JSONValue.Member]
  let keys: [JSONLocator.Key]
  let file: MappingFileSource
  private var taken: Set<String> = ["comment"]

  /// - Parameter subject: what it should be, for the message when it is no object.
  init(
    _ value: JSONValue, at keys: [JSONLocator.Key], in file: MappingFileSource, subject: String
  ) throws(MappingFileError) {
    guard case .object(let members) = value else {
      throw file.error(at: keys, "\(subject) should be an object and is \(value.kindName)", "write {...}")
    }
    self.members = members
    self.keys = keys
    self.file = file
  }

  mutating func value(_ key: String) -> JSONValue? {
    taken.insert(key)
    let value = members.last { $0.key == key }?.value
    return value == .null ? nil : value
  }

  func place(_ key: String) -> [JSONLocator.Key] { keys + [.member(key)] }

  mutating func text(_ key: String) throws(MappingFileError) -> String? {
    guard let value = value(key) else { return nil }
    guard case .string(let text) = value else {
      throw file.error(at: place(key), "it should be a text and is \(value.kindName)", "put it in quotation marks")
    }
    return text
  }

  mutating func flag(_ key: String) throws(MappingFileError) -> Bool {
    guard let value = value(key) else { return false }
    guard case .bool(let flag) = value else {
      throw file.error(at: place(key), "it should be true or false and is \(value.kindName)", "write true or false")
    }
    return flag
  }

  /// A text, or a list of texts.
  mutating func texts(_ key: String) throws(MappingFileError) -> [String] {
    guard let value = value(key) else { return [] }
    if case .string(let text) = value { return [text] }
    guard case .array(let elements) = value else {
      throw file.error(
        at: place(key), "it should be a text or a list of texts and is \(value.kindName)", "write [\"...\"]")
    }
    var texts: [String] = []
    for (index, element) in elements.enumerated() {
      guard case .string(let text) = element else {
        throw file.error(
          at: place(key) + [.index(index)], "it should be a text and is \(element.kindName)",
          "put it in quotation marks")
      }
      texts.append(text)
    }
    return texts
  }

  /// An object of texts.
  mutating func table(_ key: String) throws(MappingFileError) -> [(key: String, value: String)] {
    guard let value = value(key) else { return [] }
    guard case .object(let members) = value else {
      throw file.error(
        at: place(key), "it should be an object of texts and is \(value.kindName)", "write {\"from\": \"to\"}")
    }
    var table: [(String, String)] = []
    for member in members {
      guard case .string(let text) = member.value else {
        throw file.error(
          at: place(key) + [.member(member.key)], "it should be a text and is \(member.value.kindName)",
          "put it in quotation marks")
      }
      table.append((member.key, text))
    }
    return table
  }

  /// The elements of a list of objects.
  mutating func objects(_ key: String, subject: String) throws(MappingFileError) -> [MappingObject] {
    guard let value = value(key) else { return [] }
    guard case .array(let elements) = value else {
      return [try MappingObject(value, at: place(key), in: file, subject: subject)]
    }
    var objects: [MappingObject] = []
    for (index, element) in elements.enumerated() {
      objects.append(try MappingObject(element, at: place(key) + [.index(index)], in: file, subject: subject))
    }
    return objects
  }

  /// One of an enumeration's values.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) throws(MappingFileError) -> Choice? where Choice.RawValue == String {
    guard let text = try text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw file.error(at: place(key), "'\(text.prefix(64))' is unknown", "write one of \(known)")
  }

  /// Refuses keys that nobody asked for.
  func finish() throws(MappingFileError) {
    for member in members where !taken.contains(member.key) {
      throw file.error(
        at: place(member.key), "the key '\(member.key.prefix(64))' is unknown here",
        "check its spelling; known are \(taken.sorted().joined(separator: ", "))")
    }
  }

  func error(_ key: String, _ reason: String, _ remedy: String) -> MappingFileError {
    file.error(at: place(key), reason, remedy)
  }
}

/// The text of a mapping file, for the places of mistakes.
struct MappingFileSource {
  let name: String
  let bytes: [UInt8]
  var namespaces: [String: String] = [:]

  func error(at keys: [JSONLocator.Key], _ reason: String, _ remedy: String) -> MappingFileError {
    MappingFileError(
      file: name, line: JSONLocator.line(of: keys, in: bytes), place: JSONLocator.text(of: keys), reason: reason,
      remedy: remedy)
  }
}
