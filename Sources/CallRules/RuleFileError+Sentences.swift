/// What is wrong and what to write instead, in English.
extension RuleFileError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notYAML(let defect): "this is not YAML (\(defect)): mend it, or start from one of the shipped rule files"
    case .unknownKey(let key, let nearest?, _): "there is no key '\(key)': write '\(nearest)'"
    case .unknownKey(let key, nil, let known): "there is no key '\(key)': write one of \(known.joined(separator: ", "))"
    case .duplicateKey(let key): "'\(key)' stands here twice: leave one of them out"
    case .missingKey(let key, let example): "'\(key)' is missing: write for instance \(example)"
    case .missingHomeCountry:
      "'home_country' is missing: write for instance home_country: KR (at the top of the file)"
    case .wrongType(let key, let expected, let found): "'\(key)' is \(found): write \(expected)"
    case .unknownValue(let key, let value, let nearest?, _):
      "'\(value)' is no value of '\(key)': write '\(nearest)'"
    case .unknownValue(let key, let value, nil, let known):
      "'\(value)' is no value of '\(key)': write one of \(known.joined(separator: ", "))"
    case .outOfRange(let key, let value, let range):
      "'\(key)' is \(value): write a number from \(range.lowerBound) to \(range.upperBound)"
    case .noRequirement(let known): "this rule demands nothing: give it one of \(known.joined(separator: ", "))"
    case .severalRequirements(let keys):
      "this rule demands several things (\(keys.joined(separator: ", "))): make a rule of each"
    case .duplicateID(let id, let line): "the id '\(id)' is taken by the rule in line \(line): choose another"
    case .contradiction(let contradiction): contradiction.description
    }
  }
}

extension RuleFileError.Defect: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "it is empty"
    case .tooLong(let byteLimit): "it has more than \(byteLimit) bytes"
    case .syntax(let words): words ?? "it cannot be parsed"
    }
  }
}

extension RuleFileError.Expected: CustomStringConvertible {
  public var description: String {
    switch self {
    case .keys(let known): "keys and values (\(known.joined(separator: ", ")))"
    case .text: "a text"
    case .wholeNumber: "a whole number"
    case .trueOrFalse: "true or false"
    case .texts: "a list of texts"
    case .rules: "a list of rules"
    case .countryCodes: "codes of two letters, KR for instance"
    }
  }
}

extension RuleFileError.Found: CustomStringConvertible {
  public var description: String {
    switch self {
    case .mapping: "a mapping"
    case .list: "a list"
    case .alias: "an alias"
    case .nothing: "empty"
    case .value(let text): "'\(text)'"
    }
  }
}
