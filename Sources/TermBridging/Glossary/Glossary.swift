public import TextAnalysis

/// Concepts with their forms in two languages, and where a text speaks of them.
///
/// A text is read as units (``TextUnits``), so that Korean compounds are found with and without blanks, particles and
/// endings. The longest form wins, from left to right. Inside a Korean word a form must lean on what is around it:
///
/// - one syllable is a word by itself (암 is not in 암호);
/// - two syllables begin or end with the word or beside another form, and leave no single syllable over (양자 is not in
///   양자화, nor in 다양자원);
/// - three and more may stand anywhere.
///
/// Abbreviations are compared with their case ("GaN" is not "GAN"), except in a text without any capital; weak ones are
/// not recognised at all, for the sign that they need beside them already names the concept.
public struct Glossary: Sendable {
  public let concepts: [GlossaryConcept]
  let analyzer: any TextAnalyzer
  private var trie = FormTrie()
  private var vocabulary = UnitVocabulary()

  /// - Complexity: linear in the forms; some 20 ms for ten thousand.
  public init(_ concepts: [GlossaryConcept], analyzer: any TextAnalyzer) {
    self.concepts = concepts
    self.analyzer = analyzer
    trie.reserveCapacity(concepts.count * 48)
    var buffer = TokenBuffer()
    for (number, concept) in concepts.enumerated() {
      for language in BridgeLanguage.allCases {
        for form in concept.forms(in: language) {
          insert(form, FormTrie.Form(concept: UInt32(number), language: language, spelling: nil), &buffer)
        }
      }
      for abbreviation in concept.abbreviations where !abbreviation.isWeak {
        let isLatin = abbreviation.text.utf8.allSatisfy { $0 < 0x80 }
        insert(
          abbreviation.text,
          FormTrie.Form(
            concept: UInt32(number), language: nil, spelling: isLatin ? Array(abbreviation.text.utf8) : nil),
          &buffer)
      }
    }
  }

  private mutating func insert(_ form: String, _ entry: FormTrie.Form, _ buffer: inout TokenBuffer) {
    var vocabulary = vocabulary
    self.vocabulary = UnitVocabulary()
    let units = TextUnits(form, analyzer: analyzer, buffer: &buffer) { vocabulary.insert($0) }
    self.vocabulary = vocabulary
    var entry = entry
    entry.spansBreaks = units.units.contains(where: \.isBehindBreak)
    trie.insert(units.units.compactMap(\.symbol), entry)
  }

  // MARK: Mentions

  /// The concepts of a text in order of their places, without overlaps.
  ///
  /// - Complexity: linear in the text, times the length of the longest form.
  public func mentions(in text: String) -> [ConceptMention] {
    var buffer = TokenBuffer()
    let row = TextUnits(text, analyzer: analyzer, buffer: &buffer) { vocabulary.symbol(of: $0) }
    let bytes = Array(text.utf8)
    let hasCapitals = bytes.contains { (0x41...0x5A).contains($0) }
    var mentions: [ConceptMention] = []
    var start = 0
    var lastEnd = -1
    while start < row.units.count {
      guard let (end, forms) = longest(in: row, from: start, lastEnd: lastEnd, bytes, hasCapitals) else {
        start += 1
        continue
      }
      let languages = Set(forms.map(\.language))
      let source = Int(row.units[start].sourceStart)..<Int(row.units[end - 1].sourceEnd)
      mentions.append(
        ConceptMention(
          concepts: Set(forms.map { Int($0.concept) }).sorted(),
          language: languages.count == 1 ? languages.first ?? nil : nil, source: source))
      start = end
      lastEnd = end
    }
    return mentions
  }

  private func longest(
    in row: TextUnits, from start: Int, lastEnd: Int, _ bytes: [UInt8], _ hasCapitals: Bool
  ) -> (end: Int, forms: [FormTrie.Form])? {
    var node: UInt32 = 0
    var found: (end: Int, forms: [FormTrie.Form])?
    var isBroken = false
    for index in start..<row.units.count {
      let unit = row.units[index]
      guard let symbol = unit.symbol, let next = trie.child(of: node, symbol) else { break }
      node = next
      if index > start, unit.isBehindBreak { isBroken = true }
      guard trie.hasForms(node), isAligned(row, start..<index + 1, lastEnd: lastEnd) else { continue }
      let source = bytes[Int(row.units[start].sourceStart)..<Int(unit.sourceEnd)]
      let forms = trie.forms(at: node).filter { form in
        if isBroken, !form.spansBreaks { return false }
        guard let spelling = form.spelling, hasCapitals else { return true }
        return source.elementsEqual(spelling)
      }
      if !forms.isEmpty { found = (index + 1, forms) }
    }
    return found
  }

  /// Whether a form may stand there; see ``Glossary``.
  private func isAligned(_ row: TextUnits, _ range: Range<Int>, lastEnd: Int) -> Bool {
    let startsWord = row.startsWord(range.lowerBound)
    let endsWord = row.endsWord(before: range.upperBound)
    if startsWord && endsWord { return true }
    guard range.allSatisfy({ row.units[$0].isHangul }) else {
      // "QKD네트워크" is two words already; a form of both kinds must end with its words.
      return startsWord && endsWord
    }
    if range.count >= 3 { return true }
    guard range.count == 2, startsWord || endsWord || lastEnd == range.lowerBound else { return false }
    var before = 0
    while !row.startsWord(range.lowerBound - before) { before += 1 }
    var after = 0
    while !row.endsWord(before: range.upperBound + after) { after += 1 }
    let isFreeBefore = before != 1 || lastEnd == range.lowerBound
    return isFreeBefore && after != 1
  }
}
