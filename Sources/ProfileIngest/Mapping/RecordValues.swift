import ResearchProfiles

/// The values that rules find in one record.
struct RecordValues {
  /// What all copies of these values have in common.
  let record: Record
  /// The element that paths begin from.
  var context = 0
  /// What `.` stands for, where the element's text was divided among several organisations.
  var piece: String?
  init(tree: RecordTree, plan: RecordPlan) { record = Record(tree: tree, plan: plan) }

  final class Record {
    let tree: RecordTree
    let plan: RecordPlan
    /// Values that may still be looked at. Elements that refer to what stands around them could otherwise be made to take
    /// time with the square of a record.
    var valueBudget = 200_000

    init(tree: RecordTree, plan: RecordPlan) {
      self.tree = tree
      self.plan = plan
    }
  }

  /// Most values of one field: hostile records repeat elements without end.
  static let valueLimit = 10_000

  /// All values of the rules, in their order.
  func all(_ rules: [FieldRule], keepsLines: Bool = false) -> [FieldValue] {
    var values: [FieldValue] = []
    for rule in rules {
      forEachValue(rule, keepsLines: keepsLines) { value in
        values.append(value)
        return values.count < Self.valueLimit
      }
    }
    return values
  }

  /// The first value of the first rule that has one.
  func first(_ rules: [FieldRule]) -> String? {
    for rule in rules {
      var found: String?
      forEachValue(rule, keepsLines: false) { value in
        found = value.text
        return false
      }
      if let found { return found }
    }
    return nil
  }

  func localized(_ rules: [FieldRule], keepsLines: Bool = false) -> LocalizedText {
    var text = LocalizedText()
    for value in all(rules, keepsLines: keepsLines) { text.addBounded(value.text, language: value.language) }
    return text
  }

  func texts(_ rules: [FieldRule]) -> [String] { FieldText.distinct(all(rules).lazy.map(\.text)) }

  func date(_ rules: [FieldRule]) -> CalendarDate? {
    for rule in rules {
      var found: CalendarDate?
      forEachValue(rule, keepsLines: false) { value in
        found = DateText.date(value.text, order: rule.options.dateOrder)
        return found == nil
      }
      if let found { return found }
    }
    return nil
  }

  func holds(_ condition: RecordRule.Condition) -> Bool {
    let value = first(condition.rules)
    return switch condition.kind {
    case .present: value != nil
    case .absent: value == nil
    case .among(let wanted): value.map(wanted.contains) ?? false
    case .notAmong(let unwanted): value.map { !unwanted.contains($0) } ?? true
    }
  }

  // MARK: One rule

  /// - Parameter body: takes values that are not empty; returns `false` to stop.
  private func forEachValue(_ rule: FieldRule, keepsLines: Bool, _ body: (FieldValue) -> Bool) {
    if !rule.paths.isEmpty {
      for path in rule.paths where !record.tree.lacks(path) {
        var hasValue = false
        forEachText(of: path, rule, keepsLines: keepsLines) { text, element in
          give(text, rule, element: element) { value in
            hasValue = true
            return body(value)
          }
        }
        if hasValue { return }
      }
      return
    }
    switch rule.source {
    case .constant(let text):
      _ = body(FieldValue(text: text, language: language(of: text, rule, element: context)))
    case .join(let rules, let separator):
      var parts: [String] = []
      for rule in rules {
        guard let part = first([rule]) else { return }
        parts.append(part)
      }
      _ = give(parts.joined(separator: separator), rule, element: context, body)
    case .paths: break
    }
  }

  private func forEachText(
    of path: ResolvedPath, _ rule: FieldRule, keepsLines: Bool, _ body: (String, _ element: Int) -> Bool
  ) {
    if let piece, path.isSelf {
      _ = body(piece, context)
      return
    }
    record.tree.forEach(path.path, in: record.plan, from: context) { element in
      record.valueBudget -= 1
      guard record.valueBudget > 0 else { return false }
      if let attribute = path.attribute {
        guard let value = record.tree.attribute(attribute, of: element) else { return true }
        let safe = SecretText.withoutKeys(value)
        return body(keepsLines ? FieldText.paragraphs(safe) : FieldText.line(safe), element)
      }
      var text =
        record.tree.holds(0x3C, in: element) || record.tree.holds(0x26, in: element)
        ? Self.clean(MarkupText.stripped(record.tree.text(of: element)), keepsLines)
        : Self.clean(record.tree.text(of: element), keepsLines)
      if record.tree.holds(0x3D, in: element) { text = SecretText.withoutKeys(text) }
      return body(text, element)
    }
  }

  private static func clean(_ bytes: some Collection<UInt8>, _ keepsLines: Bool) -> String {
    keepsLines ? FieldText.paragraphs(bytes) : FieldText.line(bytes)
  }

  /// Divides, trims and translates a text.
  private func give(
    _ text: String, _ rule: FieldRule, element: Int, _ body: (FieldValue) -> Bool
  ) -> Bool {
    if text.isEmpty || text == "null" { return true }
    if rule.options.separators.isEmpty { return giveOne(text, rule, element: element, body) }
    for piece in Self.pieces(of: text, separators: rule.options.separators) {
      if !giveOne(piece, rule, element: element, body) { return false }
    }
    return true
  }

  private func giveOne(
    _ text: String, _ rule: FieldRule, element: Int, _ body: (FieldValue) -> Bool
  ) -> Bool {
    if rule.isPlain {
      return body(FieldValue(text: text, language: language(of: text, rule, element: element)))
    }
    var text = text
    if let part = rule.options.part { text = Self.part(part, of: text) }
    for prefix in rule.options.removed where text.hasPrefix(prefix) {
      text = String(text.dropFirst(prefix.count))
      break
    }
    if !rule.options.table.isEmpty { text = rule.options.table[text] ?? rule.options.table["*"] ?? text }
    if text.isEmpty { return true }
    if !rule.options.prefix.isEmpty { text = rule.options.prefix + text }
    return body(FieldValue(text: text, language: language(of: text, rule, element: element)))
  }

  private func language(of text: String, _ rule: FieldRule, element: Int) -> String? {
    switch rule.options.language {
    case .unknown: return nil
    case .fixed(let language): return language
    case .guessed: return text.holdsHangul ? "ko" : "en"
    case .attribute(let name, let table):
      guard let value = record.tree.attribute(name, of: element).map({ FieldText.line($0) }), !value.isEmpty else {
        return nil
      }
      if let known = table[value] ?? table["*"] { return known.isEmpty ? (text.holdsHangul ? "ko" : "en") : known }
      let tag = value.split(separator: "-").first?.lowercased() ?? ""
      return (2...3).contains(tag.utf8.count) && tag.allSatisfy { $0.isASCII && $0.isLetter } ? tag : nil
    }
  }

  static func pieces(of text: String, separators: [String]) -> [String] {
    guard let separator = separators.first(where: { occurs($0, in: text) }) else { return [text] }
    var pieces: [String] = []
    if separator.hasPrefix(" ") {
      var rest = text[...]
      while let range = rest.firstRange(of: separator) {
        pieces.append(FieldText.line(String(rest[..<range.lowerBound])))
        rest = rest[range.upperBound...]
      }
      pieces.append(FieldText.line(String(rest)))
    } else {
      pieces = text.utf8.split(whereSeparator: { separator.utf8.contains($0) }).map { FieldText.line($0) }
    }
    return pieces.filter { !$0.isEmpty }
  }

  private static func occurs(_ separator: String, in text: String) -> Bool {
    separator.hasPrefix(" ") ? text.contains(separator) : text.utf8.contains { separator.utf8.contains($0) }
  }

  private static func part(_ part: FieldRule.Part, of text: String) -> String {
    switch part {
    case .digits: return text.filter { $0.isASCII && $0.isNumber }
    case .firstWord: return String(text.split(separator: " ").first ?? "")
    case .lastSegment: return String(text.split(separator: "/").last ?? "")
    case .insideParentheses, .outsideParentheses:
      guard let start = text.lastIndex(of: "("), let end = text[start...].lastIndex(of: ")") else {
        return part == .insideParentheses ? "" : text
      }
      let chosen = part == .insideParentheses ? text[text.index(after: start)..<end] : text[..<start]
      return FieldText.line(String(chosen))
    }
  }
}
