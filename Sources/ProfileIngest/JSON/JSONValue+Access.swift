extension JSONValue {
  /// The value of a member, the last one where the key is repeated; `nil` for null and for what is no object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The elements of a list; nothing for what is none.
  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The elements of a list, or the value itself: exports write a list of one thing as that thing.
  var oneOrMore: [JSONValue] {
    guard case .array(let elements) = self else { return self == .null ? [] : [self] }
    return elements
  }

  /// A string or a number's digits with blanks set right; `nil` where that is empty or the value is something else.
  var line: String? {
    guard let scalar else { return nil }
    let line = FieldText.line(scalar)
    return line.isEmpty ? nil : line
  }
}

extension [JSONValue.Member] {
  /// The value of a key, the last one where it is repeated; `nil` for null.
  subscript(key: String) -> JSONValue? {
    guard let value = last(where: { $0.key == key })?.value, value != .null else { return nil }
    return value
  }
}
