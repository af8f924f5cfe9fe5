/// Parses a ``FieldPath``.
struct FieldPathParser {
  struct Defect: Error, Equatable {
    var reason: String
  }

  private let text: [Character]
  private let namespaces: [String: String]
  private var index = 0

  /// - Parameter namespaces: URIs by the prefixes that may be used.
  static func parse(_ text: String, namespaces: [String: String] = [:]) throws(Defect) -> FieldPath {
    var parser = FieldPathParser(text: Array(text), namespaces: namespaces)
    return try parser.path()
  }

  private init(text: [Character], namespaces: [String: String]) {
    self.text = text
    self.namespaces = namespaces
  }

  private mutating func path() throws(Defect) -> FieldPath {
    var path = FieldPath()
    if text.isEmpty { throw defect("it is empty") }
    if text == ["."] { return path }
    while true {
      if path.attribute != nil { throw defect("nothing can follow an attribute") }
      if take("@") {
        path.attribute = try name()
      } else if take("..") {
        if !path.steps.isEmpty { throw defect("'..' can only stand at the beginning") }
        path.parentCount += 1
      } else if take(".") {
        // As in `./name`.
      } else {
        path.steps.append(try step())
      }
      if index == text.count { return path }
      guard take("/") else { throw defect("'\(text[index])' is not expected (at character \(index + 1))") }
      if index < text.count, text[index] == "/" { throw defect("'//' is not supported: write every step") }
    }
  }

  private mutating func step() throws(Defect) -> FieldPath.Step {
    var step = FieldPath.Step(name: try name(), namespace: nil)
    if take(":") {
      guard let namespace = namespaces[step.name] else {
        throw defect("the prefix '\(step.name)' is not among the mapping's namespaces")
      }
      step = FieldPath.Step(name: try name(), namespace: namespace)
    }
    while take("[") { step.tests.append(try test()) }
    return step
  }

  private mutating func test() throws(Defect) -> FieldPath.Test {
    if index < text.count, let digit = text[index].wholeNumberValue, text[index].isASCII {
      var position = digit
      index += 1
      while index < text.count, text[index].isASCII, let digit = text[index].wholeNumberValue {
        position = position * 10 + digit
        if position > 1_000_000 { throw defect("a position is too large") }
        index += 1
      }
      guard position > 0 else { throw defect("positions begin at 1") }
      try expect("]")
      return .position(position)
    }
    let isAttribute = take("@")
    let name = try name()
    let comparison = try comparison()
    try expect("]")
    return isAttribute ? .attribute(name, comparison) : .child(name, comparison)
  }

  private mutating func comparison() throws(Defect) -> FieldPath.Comparison {
    let differs = take("!=")
    guard differs || take("=") else { return .exists }
    guard index < text.count, text[index] == "'" || text[index] == "\"" else {
      throw defect("a value in quotation marks is missing behind '='")
    }
    let quote = text[index]
    guard let end = text[(index + 1)...].firstIndex(of: quote) else { throw defect("a quotation mark is not closed") }
    let value = String(text[index + 1..<end])
    index = end + 1
    return differs ? .differs(value) : .equals(value)
  }

  private mutating func name() throws(Defect) -> String {
    let start = index
    while index < text.count, Self.isNameCharacter(text[index]) { index += 1 }
    if start == index {
      throw defect(
        index < text.count ? "'\(text[index])' begins no name (at character \(index + 1))" : "a name is missing")
    }
    return String(text[start..<index])
  }

  private static func isNameCharacter(_ character: Character) -> Bool {
    !"/[]@=!:'\"()*|<>&, \t\n".contains(character)
  }

  private mutating func take(_ token: String) -> Bool {
    guard text[index...].starts(with: token) else { return false }
    index += token.count
    return true
  }

  private mutating func expect(_ token: String) throws(Defect) {
    guard take(token) else { throw defect("'\(token)' is missing (at character \(index + 1))") }
  }

  private func defect(_ reason: String) -> Defect { Defect(reason: reason) }
}
