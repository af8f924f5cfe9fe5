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
    case notYAML(Defect)
    case unknownKey(String, nearest: String?, known: [String])
    case duplicateKey(String)
    case missingKey(String, example: String)
    /// Rules tell foreign members apart, and nothing says from where.
    case missingHomeCountry
    case wrongType(key: String, expected: Expected, found: Found)
    case unknownValue(key: String, value: String, nearest: String?, known: [String])
    case outOfRange(key: String, value: Int, range: ClosedRange<Int>)
    case noRequirement(known: [String])
    case severalRequirements([String])
    case duplicateID(String, firstLine: Int)
    case contradiction(RuleContradiction)
  }

  /// Why a text is no YAML.
  public enum Defect: Hashable, Sendable {
    case empty
    case tooLong(byteLimit: Int)
    /// In the parser's words, where it has some.
    case syntax(String?)
  }

  /// What a key should hold.
  public enum Expected: Hashable, Sendable {
    case keys([String])
    case text
    case wholeNumber
    case trueOrFalse
    case texts
    case rules
    case countryCodes
  }

  /// What it holds.
  public enum Found: Hashable, Sendable {
    case mapping
    case list
    case alias
    case nothing
    case value(String)
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
      (mistake.line > 0 ? "\(file):\(mistake.line): " : "\(file): ") + mistake.problem.description
    }.joined(separator: "\n")
  }
}
