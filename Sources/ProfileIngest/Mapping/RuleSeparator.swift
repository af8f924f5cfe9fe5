/// What stands between several values.
enum RuleSeparator: Sendable {
  /// Any of some ASCII characters.
  case characters(ASCIISet)
  case phrase([UInt8])

  init(_ text: String) {
    self = text.hasPrefix(" ") ? .phrase(Array(text.utf8)) : .characters(ASCIISet(text.utf8))
  }
}
