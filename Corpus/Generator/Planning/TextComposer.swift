/// Fills sentence frames: slots first, then each bracketed particle by the sound before it.
struct TextComposer {
  let frames: FrameLibrary

  /// A text below this many words gets an extra sentence.
  private static let minimumWordCount = 62

  /// The sections of a recipe, one frame each, as running text.
  func text(
    recipe: String, section kind: String, language: Language, slots: TextSlots, random: inout SplitMix64
  ) throws(GenerationError) -> String {
    var sentences: [String] = []
    var usedProblem = false
    for section in try frames.recipe(recipe) {
      var candidates = try frames.frames("\(kind).\(language.rawValue).\(section)", variant: slots.variant)
      if usedProblem, candidates.contains(where: { !$0.contains("{p}") }) {
        candidates.removeAll { $0.contains("{p}") }
      }
      if slots.partnerIsNamedAfterTopic(language) { candidates.removeAll { $0.contains("{nname}") } }
      if !slots.hasSecondMetric { candidates.removeAll { $0.contains("{x2}") } }
      var frame = avoidingRepeats(random.pick(candidates), candidates, sentences, slots, language)
      var sentence = try fill(frame, language: language, slots: slots)
      for other in candidates where ConnectingWords.isRepeated(ConnectingWords.inSentences, in: sentence) {
        frame = avoidingRepeats(other, candidates, sentences, slots, language)
        sentence = try fill(frame, language: language, slots: slots)
      }
      usedProblem = usedProblem || frame.contains("{p}")
      sentences.append(sentence.capitalizedFirst)
    }
    let wordCount = sentences.reduce(0) { $0 + $1.split(separator: " ").count }
    if wordCount < Self.minimumWordCount {
      let extra = random.pick(try frames.frames("\(kind).\(language.rawValue).extra", variant: slots.variant))
      sentences.insert(try fill(extra, language: language, slots: slots).capitalizedFirst, at: sentences.count - 1)
    }
    return sentences.joined(separator: " ")
  }

  /// The title by the frame at `choice` (taken modulo their number), so that both languages use frames that correspond.
  func title(
    section kind: String, language: Language, slots: TextSlots, choice: Int
  ) throws(GenerationError) -> String {
    let candidates = try frames.frames("\(kind).\(language.rawValue).title")
    let frame = candidates[choice % candidates.count]
    return try fill(frame, language: language, slots: slots, isTitle: true).capitalizedFirst
  }

  /// Where the drawn frame would say a fact again, the first one that does not.
  private func avoidingRepeats(
    _ drawn: String, _ candidates: [String], _ sentences: [String], _ slots: TextSlots, _ language: Language
  ) -> String {
    func repeats(_ frame: String) -> Bool {
      ["f", "f2"].contains { slot in
        guard frame.contains("{\(slot)}"), let phrase = slots.phrase(slot, language) else { return false }
        return sentences.contains { $0.contains(phrase) }
      }
    }
    return repeats(drawn) ? candidates.first { !repeats($0) } ?? drawn : drawn
  }

  func fill(
    _ frame: String, language: Language, slots: TextSlots, isTitle: Bool = false
  ) throws(GenerationError) -> String {
    var result = ""
    var rest = frame[...]
    while let opening = rest.firstIndex(where: { $0 == "{" || $0 == "[" }) {
      result += rest[..<opening]
      let isSlot = rest[opening] == "{"
      guard let closing = rest[opening...].firstIndex(of: isSlot ? "}" : "]") else { break }
      let inside = String(rest[rest.index(after: opening)..<closing])
      if isSlot {
        let isCapital = inside.first?.isUppercase == true
        guard var phrase = slots.phrase(inside.lowercased(), language) else {
          throw .unknownSlot(inside, frame: frame)
        }
        if isTitle, language == .english { phrase = phrase.withoutArticle }
        result += isCapital && !isTitle ? phrase.capitalizedFirst : phrase
      } else if let particle = KoreanParticle(rawValue: inside) {
        result += try particle.form(after: result)
      } else {
        throw .unknownSlot(inside, frame: frame)
      }
      rest = rest[rest.index(after: closing)...]
    }
    return result + rest
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// Without a leading English article, as titles are written.
  var withoutArticle: String {
    for article in ["a ", "an ", "the "] where hasPrefix(article) { return String(dropFirst(article.count)) }
    return self
  }
}
