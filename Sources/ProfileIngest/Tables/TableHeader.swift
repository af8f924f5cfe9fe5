/// The headings of a table, by which it is recognised when it comes again: in their order, whatever their case and blanks.
public struct TableHeader: Hashable, Sendable, CustomStringConvertible {
  private let keys: [String]

  /// - Parameter headings: of each column; empty ones at the end say nothing.
  public init(_ headings: [String]) {
    var keys = headings.map(TableMapping.key)
    while keys.last?.isEmpty == true { keys.removeLast() }
    self.keys = keys
  }

  /// The same text for the same headings.
  public var description: String { keys.joined(separator: "\u{1F}") }
}
