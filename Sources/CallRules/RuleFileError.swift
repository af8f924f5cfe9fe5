/// What is wrong with a rule file: everything at once, each mistake with its line.
public struct RuleFileError: Error, Equatable, Sendable, CustomStringConvertible {
  public struct Mistake: Hashable, Sendable {
    /// From 1; 0 where the file as a whole is meant.
    public var line: Int
    public var problem: Problem

    public init(line: Int, problem: Problem) {
      self.line = line
      self.problem = problem
    }
  }

  public enum Problem: Hashable, Sendable {
    case notYAML(reason: String)
    case unknownKey(String, nearest: String?, known: [String])
    case duplicateKey(String)
    case missingKey(String, example: String)
    case wrongType(key: String, expected: String, found: String)
    case unknownValue(key: String, value: String, nearest: String?, known: [String])
    case outOfRange(key: String, value: Int, range: ClosedRange<Int>)
    case noRequirement(known: [String])
    case severalRequirements([String])
    case duplicateID(String, firstLine: Int)
    case contradiction(String, remedy: String)
  }

  /// The file's name as it was given.
  public var file: String
  /// By line.
  public var mistakes: [Mistake]

  public init(file: String, mistakes: [Mistake]) {
    self.file = file
    self.mistakes = mistakes
  }

  public var description: String {
    mistakes.map { mistake in
      (mistake.line > 0 ? "\(file):\(mistake.line): " : "\(file): ") + mistake.problem.sentence
    }.joined(separator: "\n")
  }
}

extension RuleFileError.Problem {
  var sentence: String {
    switch self {
    case .notYAML(let reason): "this is not YAML (\(reason)): mend it, or start from one of the shipped rule files"
    case .unknownKey(let key, let nearest?, _): "there is no key '\(key)': write '\(nearest)'"
    case .unknownKey(let key, nil, let known): "there is no key '\(key)': write one of \(known.joined(separator: ", "))"
    case .duplicateKey(let key): "'\(key)' stands here twice: leave one of them out"
    case .missingKey(let key, let example): "'\(key)' is missing: write for instance \(example)"
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
    case .contradiction(let what, let remedy): "\(what): \(remedy)"
    }
  }
}
