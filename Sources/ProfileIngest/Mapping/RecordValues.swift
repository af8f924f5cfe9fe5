import ResearchProfiles

/// The values that rules find in one record, as stretches of its bytes.
///
/// What rules make of a text is appended to the record's bytes and cut off again when the value has been taken.
struct RecordValues: ~Copyable {
  /// From where rules look.
  struct Scope: BitwiseCopyable {
    /// The element that paths begin from.
    var context = 0
    /// What `.` stands for, where the element's text was divided among several organisations.
    var piece = TextSlice.empty
    var hasPiece = false
  }

  let tree: RecordView
  /// The texts of the field that is being read.
  private let entries = ListDraft<LocalizedText.Entry>()

  init(tree: RecordTree) { self.tree = tree.view }

  /// - Parameter body: takes the values of all rules; returns `false` to leave the rest of a rule's.
  @inline(__always) func forEach(_ field: FieldRules, _ scope: Scope, _ body: (TextSlice) -> Bool) {
    var index = field.start
    while index < field.end {
      forEachValue(index, scope, keepsLines: false) { value, _ in body(value) }
      index += 1
    }
  }

  /// Most values of one field: hostile records repeat elements without end.
  static let valueLimit = 10_000

  // MARK: Fields

  /// The first value of the first rule that has one.
  func first(_ field: FieldRules, _ scope: Scope) -> String? {
    var index = field.start
    while index < field.end {
      var found: String?
      forEachValue(index, scope, keepsLines: false) { value, _ in
        found = tree.string(value)
        return false
      }
      if let found { return found }
      index += 1
    }
    return nil
  }

  /// How many values there are.
  func count(_ field: FieldRules, _ scope: Scope) -> Int {
    var count = 0
    var index = field.start
    while index < field.end {
      forEachValue(index, scope, keepsLines: false) { _, _ in
        count += 1
        return count < Self.valueLimit
      }
      index += 1
    }
    return count
  }

  func localized(
    _ field: FieldRules, _ scope: Scope, keepsLines: Bool = false, text: (TextSlice) -> String
  ) -> LocalizedText {
    var count = 0
    var index = field.start
    while index < field.end {
      forEachValue(index, scope, keepsLines: keepsLines) { value, element in
        count += 1
        if !value.isEmpty, entries.count < Repetition.limit {
          let language = language(of: value, index, element: element)
          if !entries.contains(where: { tree.isEqual(value, $0.text) && $0.language == language }) {
            entries.append(LocalizedText.Entry(language: language, text: text(value)))
          }
        }
        return count < Self.valueLimit
      }
      index += 1
    }
    return LocalizedText(entries.take())
  }

  func localized(_ field: FieldRules, _ scope: Scope, keepsLines: Bool = false) -> LocalizedText {
    localized(field, scope, keepsLines: keepsLines) { tree.string($0) }
  }

  /// The values that are not empty, without repetitions.
  func texts(_ field: FieldRules, _ scope: Scope) -> [String] {
    var texts: [String] = []
    // Most lists are short: comparing bytes costs less than hashing by what is canonically equivalent.
    var known: Set<String> = []
    var count = 0
    var index = field.start
    while index < field.end {
      forEachValue(index, scope, keepsLines: false) { value, _ in
        count += 1
        if !value.isEmpty {
          if texts.count < 16 {
            if !texts.contains(where: { tree.isEqual(value, $0) }) { texts.append(tree.string(value)) }
          } else {
            if texts.count == 16, known.isEmpty { known = Set(texts) }
            let text = tree.string(value)
            if known.insert(text).inserted { texts.append(text) }
          }
        }
        return count < Self.valueLimit
      }
      index += 1
    }
    return texts
  }

  /// Whether one of the values is this text.
  func holds(_ field: FieldRules, _ scope: Scope, text: String) -> Bool {
    texts(field, scope).contains(text)
  }

  func date(_ field: FieldRules, _ scope: Scope) -> CalendarDate? {
    var index = field.start
    while index < field.end {
      let order = tree.program.details[Int(tree.rule(index).detail)].dateOrder
      var found: CalendarDate?
      forEachValue(index, scope, keepsLines: false) { value, _ in
        if order == .yearMonthDay, let parts = tree.date(value) {
          found = CalendarDate(year: parts.year, month: parts.month, day: parts.day)
        } else {
          found = DateText.date(tree.string(value), order: order)
        }
        return found == nil
      }
      if let found { return found }
      index += 1
    }
    return nil
  }

  /// Whether the record is as a rule of its plan asks.
  func holds(conditionsOf rule: Int) -> Bool {
    for index in tree.conditions(ofRule: rule) where !holds(tree.condition(index)) { return false }
    return true
  }

  @inline(__always) private func holds(_ condition: RecordPlan.Condition) -> Bool {
    if condition.kind == .present, !condition.rules.isEmpty, tree.hasPlainText(tree.rule(condition.rules.start)) {
      return true
    }
    return holdsByValues(condition)
  }

  @inline(never) private func holdsByValues(_ condition: RecordPlan.Condition) -> Bool {
    var isPresent = false
    var isAmong = false
    var index = condition.rules.start
    while index < condition.rules.end, !isPresent {
      forEachValue(index, Scope(), keepsLines: false) { value, _ in
        isPresent = true
        for text in condition.firstText..<condition.textEnd
        where tree.isEqual(value, tree.plan.conditionTexts[Int(text)]) { isAmong = true }
        return false
      }
      index += 1
    }
    return switch condition.kind {
    case .present: isPresent
    case .absent: !isPresent
    case .among: isAmong
    case .notAmong: !isAmong
    }
  }

  // MARK: Parts

  /// Calls `body` with the scope of each element that a path leads to, or of each piece of its text.
  func forEachPart(_ each: CompiledRule.Path, _ separators: [RuleSeparator], _ body: (Scope) -> Void) {
    var elementCount = 0
    tree.forEach(each, from: 0) { element in
      elementCount += 1
      if separators.isEmpty {
        body(Scope(context: element))
      } else {
        forEachPiece(of: element, each, separators, body)
      }
      return elementCount < Self.valueLimit
    }
  }

  private func forEachPiece(
    of element: Int, _ each: CompiledRule.Path, _ separators: [RuleSeparator], _ body: (Scope) -> Void
  ) {
    let mark = tree.byteCount
    defer { tree.cut(to: mark) }
    var text = TextSlice.empty
    if each.attribute >= 0 {
      let value = tree.attribute(Int(each.attribute), of: element) ?? .empty
      text = value
      if value.traits.contains(.equals) { text = tree.append(SecretText.withoutKeys(tree.string(value))) }
    } else {
      text = tree.cleaned(tree.text(of: element), keepsLines: false)
    }
    var count = 0
    _ = tree.forEachPiece(text, separators) { piece in
      count += 1
      body(Scope(context: element, piece: piece, hasPiece: true))
      return count < Self.valueLimit
    }
  }

  // MARK: One rule

  /// - Parameter body: takes values that are not empty, with their elements; returns `false` to stop. Values are cut off
  ///   after it.
  @inline(__always) private func forEachValue(
    _ index: Int32, _ scope: Scope, keepsLines: Bool, _ body: (TextSlice, _ element: Int) -> Bool
  ) {
    let rule = tree.rule(index)
    // Most rules ask for the text of one element and find it as it should be.
    if rule.plainPlace >= 0 {
      let places = tree.placed(at: Int(rule.plainPlace), inside: scope.context)
      if places.isEmpty { return }
      let element = tree.placedElement(places.lowerBound)
      let text = tree.text(of: element)
      if places.count == 1, tree.isClean(text) {
        if tree.spendValue() { _ = body(text, element) }
        return
      }
    }
    forEachCleanedValue(rule, scope, keepsLines: keepsLines, body)
  }

  private func forEachCleanedValue(
    _ rule: CompiledRule, _ scope: Scope, keepsLines: Bool, _ body: (TextSlice, _ element: Int) -> Bool
  ) {
    let mark = tree.byteCount
    defer { tree.cut(to: mark) }
    guard rule.source == .paths else { return giveOther(rule, scope, body) }
    for place in rule.firstPath..<rule.pathEnd {
      let path = tree.path(place)
      if path.place >= 0, tree.isEmpty(Int(path.place)) { continue }
      var hasValue = false
      forEachText(of: path, scope, keepsLines: keepsLines) { text, element in
        give(text, rule, element: element) { value in
          hasValue = true
          return body(value, element)
        }
      }
      if hasValue { return }
    }
  }

  @inline(never) private func giveOther(_ rule: CompiledRule, _ scope: Scope, _ body: (TextSlice, Int) -> Bool) {
    let detail = tree.program.details[Int(rule.detail)]
    guard rule.source == .join else {
      _ = body(tree.append(detail.constantBytes), scope.context)
      return
    }
    join(detail, from: 0, .empty, scope) { joined in
      _ = give(joined, rule, element: scope.context) { body($0, scope.context) }
    }
  }

  /// Calls `body` with the parts of a joined text, where each has a value; what they are made of stays while it runs.
  private func join(
    _ detail: FieldProgram.RuleDetail, from place: Int, _ joined: TextSlice, _ scope: Scope, _ body: (TextSlice) -> Void
  ) {
    guard place < detail.parts.count else { return body(joined) }
    let field = detail.parts[place]
    var index = field.start
    var hasValue = false
    while index < field.end, !hasValue {
      forEachValue(index, scope, keepsLines: false) { value, _ in
        hasValue = true
        var longer = value
        if place > 0 {
          let separated =
            detail.partSeparator.isEmpty ? joined : tree.joined(joined, tree.append(detail.partSeparator))
          longer = tree.joined(separated, value)
        }
        join(detail, from: place + 1, longer, scope, body)
        return false
      }
      index += 1
    }
  }

  private func forEachText(
    of path: CompiledRule.Path, _ scope: Scope, keepsLines: Bool, _ body: (TextSlice, _ element: Int) -> Bool
  ) {
    if scope.hasPiece, path.isSelf {
      _ = body(scope.piece, scope.context)
      return
    }
    tree.forEach(path, from: scope.context) { element in
      guard tree.spendValue() else { return false }
      let mark = tree.byteCount
      defer { tree.cut(to: mark) }
      if path.attribute >= 0 {
        guard let value = tree.attribute(Int(path.attribute), of: element) else { return true }
        return body(tree.cleanedAttribute(value, keepsLines: keepsLines), element)
      }
      return body(tree.cleaned(tree.text(of: element), keepsLines: keepsLines), element)
    }
  }

  /// Divides, trims and translates a text.
  @inline(__always) private func give(
    _ text: TextSlice, _ rule: CompiledRule, element: Int, _ body: (TextSlice) -> Bool
  ) -> Bool {
    if text.isEmpty || tree.isNull(text) { return true }
    if rule.isPlain { return body(text) }
    return giveOther(text, tree.program.details[Int(rule.detail)], body)
  }

  @inline(never) private func giveOther(
    _ text: TextSlice, _ detail: FieldProgram.RuleDetail, _ body: (TextSlice) -> Bool
  ) -> Bool {
    if detail.separators.isEmpty { return giveOne(text, detail, body) }
    return tree.forEachPiece(text, detail.separators) { giveOne($0, detail, body) }
  }

  private func giveOne(_ text: TextSlice, _ detail: FieldProgram.RuleDetail, _ body: (TextSlice) -> Bool) -> Bool {
    let mark = tree.byteCount
    defer { tree.cut(to: mark) }
    var text = text
    if let part = detail.part { text = tree.part(part, of: text) }
    if !detail.removed.isEmpty { text = tree.withoutPrefix(text, detail.removed) }
    if let table = detail.table {
      if let known = tree.find(text, in: table) {
        text = tree.append(detail.replacements[known])
      } else if let others = detail.others {
        text = tree.append(others)
      }
    }
    if text.isEmpty { return true }
    if !detail.prefix.isEmpty { text = tree.joined(tree.append(detail.prefix), text) }
    return body(text)
  }

  private func language(of text: TextSlice, _ index: Int32, element: Int) -> String? {
    let rule = tree.rule(index)
    switch rule.language {
    case .unknown: return nil
    case .guessed: return tree.holdsHangul(text) ? "ko" : "en"
    case .fixed: return tree.program.details[Int(rule.detail)].fixedLanguage
    case .attribute:
      let detail = tree.program.details[Int(rule.detail)]
      guard detail.languageAttribute >= 0, let slice = tree.attribute(detail.languageAttribute, of: element) else {
        return nil
      }
      if slice.isEmpty { return nil }
      if let number = tree.find(slice, in: detail.languageTable) {
        let known = detail.languages[number]
        return known.isEmpty ? (tree.holdsHangul(text) ? "ko" : "en") : known
      }
      let value = slice.traits.contains(.blanks) ? FieldText.line(tree.string(slice)) : tree.string(slice)
      if value.isEmpty { return nil }
      if let known = detail.language(of: value) {
        return known.isEmpty ? (tree.holdsHangul(text) ? "ko" : "en") : known
      }
      let tag = value.split(separator: "-").first?.lowercased() ?? ""
      return (2...3).contains(tag.utf8.count) && tag.allSatisfy { $0.isASCII && $0.isLetter } ? tag : nil
    }
  }
}
