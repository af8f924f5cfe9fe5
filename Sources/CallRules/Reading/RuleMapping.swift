import Yams

/// A mapping of a rule file that is read key by key: what is left over is a mistake.
struct RuleMapping {
  let line: Int
  private let entries: [(key: String, line: Int, value: Node)]
  private let known: [String]
  let mistakes: MistakeCollector

  /// - Returns: `nil` where the node is no mapping, which is noted.
  init?(_ node: Node, named name: String, known: [String], _ mistakes: MistakeCollector) {
    line = node.mark?.line ?? 0
    self.known = known
    self.mistakes = mistakes
    guard case .mapping(let mapping) = node else {
      mistakes.add(
        line,
        .wrongType(key: name, expected: .keys(known), found: node.found))
      return nil
    }
    var entries: [(key: String, line: Int, value: Node)] = []
    for (key, value) in mapping {
      let word = key.string ?? "?"
      let keyLine = key.mark?.line ?? line
      if !known.contains(word) {
        mistakes.add(keyLine, .unknownKey(word, nearest: NearestWord.find(word, in: known), known: known))
      } else {
        entries.append((word, keyLine, value))
      }
    }
    self.entries = entries
  }

  var keys: [String] { entries.map(\.key) }

  func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }

  func node(_ key: String) -> Node? { entries.first { $0.key == key }?.value }

  func string(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
      mistakes.add(line(of: key), .wrongType(key: key, expected: .text, found: node.found))
      return nil
    }
    return scalar.string
  }

  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = node(key) else { return nil }
    guard let value = node.int else {
      mistakes.add(line(of: key), .wrongType(key: key, expected: .wholeNumber, found: node.found))
      return nil
    }
    guard range.contains(value) else {
      mistakes.add(line(of: key), .outOfRange(key: key, value: value, range: range))
      return nil
    }
    return value
  }

  func boolean(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    guard let value = node.bool else {
      mistakes.add(line(of: key), .wrongType(key: key, expected: .trueOrFalse, found: node.found))
      return nil
    }
    return value
  }

  /// A list of texts; a single text counts as a list of one.
  func strings(_ key: String) -> [String]? {
    guard let node = node(key) else { return nil }
    if case .scalar(let scalar) = node, !scalar.string.isEmpty { return [scalar.string] }
    guard case .sequence(let sequence) = node else {
      mistakes.add(line(of: key), .wrongType(key: key, expected: .texts, found: node.found))
      return nil
    }
    var texts: [String] = []
    for item in sequence {
      if case .scalar(let scalar) = item, !scalar.string.isEmpty {
        texts.append(scalar.string)
      } else {
        mistakes.add(
          item.mark?.line ?? line(of: key), .wrongType(key: key, expected: .texts, found: item.found))
      }
    }
    return texts
  }

  /// Values of an enumeration by their names.
  func values<Value: RawRepresentable & CaseIterable>(_ key: String) -> [Value]? where Value.RawValue == String {
    strings(key)?.compactMap { text in
      if let value = Value(rawValue: text) { return value }
      let known = Value.allCases.map(\.rawValue)
      mistakes.add(
        line(of: key), .unknownValue(key: key, value: text, nearest: NearestWord.find(text, in: known), known: known))
      return nil
    }
  }

  func value<Value: RawRepresentable & CaseIterable>(_ key: String) -> Value? where Value.RawValue == String {
    guard string(key) != nil else { return nil }
    let values: [Value]? = values(key)
    return values?.first
  }
}

extension Node {
  /// What a reader sees.
  var found: RuleFileError.Found {
    switch self {
    case .mapping: .mapping
    case .sequence: .list
    case .alias: .alias
    case .scalar(let scalar): scalar.string.isEmpty ? .nothing : .value(scalar.string)
    }
  }
}
