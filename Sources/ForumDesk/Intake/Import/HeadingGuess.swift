/// Guesses what the columns of a form service's export hold: by the form's own headings, then by likeness to them.
struct HeadingGuess {
  private let headings: [(key: String, pairs: Set<String>, column: FormColumn)]
  /// Of one table; what stands in columns behind them is ignored.
  private static let mostColumns = 256
  /// Nobody's heading is longer, not even one that holds all of a consent's text.
  private static let mostBytes = 1 << 14
  /// Longer texts resemble nothing.
  private static let mostResemblingCharacters = 60

  private static let timestamps = [
    "타임스탬프", "제출일시", "제출 시간", "제출 일자", "제출일", "응답일시", "응답 시간", "작성일시", "등록일시", "등록일", "참여일시", "신청일시", "신청일",
    "접수일시", "접수일", "완료 시간", "timestamp", "time stamp", "submitted at", "submission time", "submission date",
    "submitted",
    "date submitted", "completion time", "created at",
  ]

  /// Words about questions, not about what is asked.
  private static let phrases = [
    "을적어주세요", "를적어주세요", "을입력해주세요", "를입력해주세요", "을작성해주세요", "를작성해주세요", "을선택해주세요", "를선택해주세요", "을기재해주세요",
    "를기재해주세요", "적어주세요", "입력해주세요", "선택해주세요", "복수선택가능", "복수응답가능", "필수", "선택", "국문", "영문", "한글", "korean", "english",
    "required", "optional", "은무엇인가요", "는무엇인가요", "이무엇인가요",
  ]

  init(_ form: IntakeForm) {
    let known: [(String, FormColumn)] =
      Self.timestamps.map { ($0, .timestamp) }
      + form.fields.flatMap { field in
        (field.headings + [field.label.korean, field.label.english, field.key.rawValue]).map {
          ($0, .field(field.key))
        }
      }
    headings = known.map { text, column in
      let key = CleanText.key(text)
      return (key, Self.pairs(key), column)
    }
  }

  func mapping(of headings: [String]) -> HeadingMapping {
    var columns = headings.enumerated().map { place, heading in
      let isHeading = place < Self.mostColumns && heading.utf8.count <= Self.mostBytes
      let (meaning, certainty) = isHeading ? meaning(of: heading) : (.ignored, .unknown)
      return HeadingMapping.Column(heading: CleanText.line(heading), meaning: meaning, certainty: certainty)
    }
    // Where one heading says a thing outright, others that only resemble it mean something else.
    let known = Set(columns.filter { $0.certainty == .known }.map(\.meaning))
    for place in columns.indices where columns[place].certainty == .similar && known.contains(columns[place].meaning) {
      columns[place].meaning = .ignored
      columns[place].certainty = .unknown
    }
    return HeadingMapping(columns: columns)
  }

  private func meaning(of heading: String) -> (FormColumn, HeadingMapping.Certainty) {
    let key = CleanText.key(heading)
    guard !key.isEmpty else { return (.ignored, .unknown) }
    if let consent = Self.consent(key) { return (.field(consent), .known) }
    let forms = Self.forms(of: heading)
    for form in forms {
      if let found = headings.first(where: { $0.key == form }) { return (found.column, .known) }
    }
    // Of a question the longest heading counts that it holds; short words are parts of others.
    var best: (column: FormColumn, length: Int)?
    for (known, _, column) in headings where Self.isTelling(known) && key.contains(known) {
      if known.utf8.count > best?.length ?? 0 { best = (column, known.utf8.count) }
    }
    if let best { return (best.column, .similar) }
    var closest: (column: FormColumn, likeness: Double)?
    for form in forms where form.count <= Self.mostResemblingCharacters {
      let pairs = Self.pairs(form)
      for (_, known, column) in headings {
        let likeness = Self.likeness(pairs, known)
        if likeness > max(Self.leastLikeness, closest?.likeness ?? 0) { closest = (column, likeness) }
      }
    }
    return closest.map { ($0.column, .similar) } ?? (.ignored, .unknown)
  }

  /// Questions for consent hold words of everything that they are about.
  private static func consent(_ key: String) -> IntakeKey? {
    guard ["동의", "consent", "agree"].contains(where: { key.contains($0) }) else { return nil }
    let isProvision = ["3자", "제공", "전달", "third", "share", "provid", "partner"].contains { key.contains($0) }
    if isProvision, ["교육", "과정", "training", "course"].contains(where: { key.contains($0) }) {
      return .trainingConsent
    }
    if ["수집", "이용", "활용", "collect", "process", "privacy"].contains(where: { key.contains($0) }) {
      // "수집·이용 및 제3자 제공 동의" asks for both at once; then the first counts, for the other must be a box of its own.
      return .forumConsent
    }
    return isProvision ? .partnerConsent : .forumConsent
  }

  /// From the whole heading to its barest form.
  private static func forms(of heading: String) -> [String] {
    var forms: [String] = []
    func add(_ text: String) {
      if !text.isEmpty, !forms.contains(text) { forms.append(text) }
    }
    var bare = ""
    var depth = 0
    for character in CleanText.line(heading) {
      if "([（【<".contains(character) { depth += 1 }
      if depth == 0 { bare.append(character) }
      if ")]）】>".contains(character) { depth = max(0, depth - 1) }
    }
    for text in [CleanText.key(heading), CleanText.key(bare)] {
      add(text)
      var text = text
      var isShorter = true
      while isShorter {
        isShorter = false
        while let last = text.last, last.isASCII, last.isNumber { text.removeLast() }
        while let first = text.first, first.isASCII, first.isNumber { text.removeFirst() }
        for phrase in phrases {
          if text.hasSuffix(phrase), text.count > phrase.count {
            text = String(text.dropLast(phrase.count))
            isShorter = true
          } else if text.hasPrefix(phrase), text.count > phrase.count {
            text = String(text.dropFirst(phrase.count))
            isShorter = true
          }
        }
      }
      add(text)
    }
    return forms
  }

  private static func isTelling(_ key: String) -> Bool { key.utf8.count > key.count ? key.count >= 4 : key.count >= 7 }

  private static let leastLikeness = 0.6

  /// Dice's coefficient over pairs of neighbouring characters, in 0...1.
  private static func likeness(_ left: Set<String>, _ right: Set<String>) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    return 2 * Double(left.intersection(right).count) / Double(left.count + right.count)
  }

  private static func pairs(_ text: String) -> Set<String> {
    let characters = Array(text)
    guard characters.count > 1 else { return [] }
    return Set((1..<characters.count).map { String(characters[($0 - 1)...$0]) })
  }
}
