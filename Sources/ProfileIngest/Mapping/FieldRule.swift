/// How a field's values are had from a record.
///
/// What is done for every record is done by what a ``FieldProgram`` makes of it.
final class FieldRule: Hashable, Sendable {
  enum Source: Hashable, Sendable {
    /// Values of the first of these paths that has any.
    case paths([FieldPath])
    case constant(String)
    /// The first values of several rules, put together; nothing where one of them has none.
    case join([FieldRule], separator: String)
  }

  /// The part of a text that is meant.
  enum Part: String, CaseIterable, Sendable {
    case digits
    /// `백석대학교` of `김정진(백석대학교)`: what stands in the last parentheses.
    case insideParentheses = "inside-parentheses"
    case outsideParentheses = "outside-parentheses"
    case firstWord = "first-word"
    /// What follows the last `/`.
    case lastSegment = "last-segment"
  }

  /// In which order day, month and year are written.
  enum DateOrder: String, CaseIterable, Sendable {
    case yearMonthDay = "ymd"
    case dayMonthYear = "dmy"
    case monthDayYear = "mdy"
  }

  enum Language: Hashable, Sendable {
    case unknown
    case fixed(String)
    /// From an attribute of the element, through a table (`original` is `ko`); what is not in the table is taken as a
    /// language tag where it looks like one.
    case attribute(String, [String: String])
    /// Korean where there is Hangul, else English.
    case guessed
  }

  let source: Source
  let options: Options

  /// What is done with each text.
  struct Options: Hashable, Sendable {
    /// What stands between several values: any of the characters of the first of these that occurs. One that begins with a
    /// blank (` . `) divides as a whole.
    var separators: [String] = []
    var part: Part?
    /// Beginnings that are taken off.
    var removed: [String] = []
    var prefix = ""
    /// Values by other values; `*` stands for every other. An empty value drops.
    var table: [String: String] = [:]
    var language = Language.unknown
    var dateOrder = DateOrder.yearMonthDay
  }

  init(source: Source, options: Options = Options()) {
    self.source = source
    self.options = options
    isPlain =
      options.separators.isEmpty && options.part == nil && options.removed.isEmpty && options.table.isEmpty
      && options.prefix.isEmpty
  }

  /// Whether texts are taken as they stand.
  let isPlain: Bool

  static func == (left: FieldRule, right: FieldRule) -> Bool {
    left.source == right.source && left.options == right.options
  }

  func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
