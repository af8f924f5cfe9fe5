/// How a field is asked for, on a page and on paper.
public enum IntakeControl: Hashable, Sendable {
  /// One line of text.
  case line
  case email
  case phone
  case link
  /// A whole number.
  case number
  /// Several lines of text, so many at first.
  case paragraphs(rows: Int)
  /// Several lines of text, each an answer of its own. Where a companion is named, its choice stands beside each.
  case statements(companion: IntakeKey?)
  /// Words, with commas between them.
  case tags
  /// One of the options.
  case choice
  /// Any of the options.
  case choices
  /// A box to tick; its text is the field's ``IntakeField/consent``.
  case consent
}
