package import ResearchProfiles
package import TermBridging

/// Finds what a record says in Korean and in English.
///
/// - Titles, and organisations' names: the first text in either language, where there are both.
/// - Keywords: by their places, where a list holds as many Korean as English ones and they stand in two blocks or in
///   turns; otherwise all Korean against all English ones, as one text.
///
/// A text is Korean where at least a third of its letters are Hangul, English where none is; what a source says of the
/// language of a text is not asked, for exports often call every text Korean.
package enum ParallelTextFinder {
  package static func texts(in evidence: Evidence) -> [ParallelText] {
    [pair(of: evidence.title)].compactMap(\.self) + keywords(evidence.keywords)
  }

  package static func texts(in profile: OrganizationProfile) -> [ParallelText] {
    [pair(of: profile.names)].compactMap(\.self) + keywords(profile.keywords)
  }

  private static func pair(of text: LocalizedText) -> ParallelText? {
    let texts = text.entries.map(\.text)
    guard let korean = texts.first(where: { language(of: $0) == .korean }),
      let english = texts.first(where: { language(of: $0) == .english })
    else { return nil }
    return ParallelText(korean: korean, english: english)
  }

  private static func keywords(_ keywords: [String]) -> [ParallelText] {
    let languages = keywords.map { language(of: $0) }
    let korean = zip(keywords, languages).filter { $0.1 == .korean }.map(\.0)
    let english = zip(keywords, languages).filter { $0.1 == .english }.map(\.0)
    guard !korean.isEmpty, !english.isEmpty else { return [] }
    let count = korean.count
    let known = languages.compactMap(\.self)
    let isInBlocks =
      known.dropFirst(count).allSatisfy { $0 == known[count] } && known.prefix(count).allSatisfy { $0 == known[0] }
    let isInTurns = known.indices.dropFirst().allSatisfy { known[$0] != known[$0 - 1] }
    if english.count == count, isInBlocks || isInTurns {
      return zip(korean, english).map { ParallelText(korean: $0, english: $1) }
    }
    return [ParallelText(korean: korean.joined(separator: ", "), english: english.joined(separator: ", "))]
  }

  package static func language(of text: String) -> BridgeLanguage? {
    var hangulCount = 0
    var latinCount = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E: hangulCount += 1
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latinCount += 1
      default: continue
      }
    }
    if hangulCount == 0 { return latinCount > 1 ? .english : nil }
    return hangulCount * 2 >= latinCount ? .korean : nil
  }
}
