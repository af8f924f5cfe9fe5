import ResearchProfiles

/// In which order columns for languages stand: as most records have them.
struct LanguageOrder: Equatable {
  /// How often a language stands before another one.
  private var counts: [String: [String: Int]] = [:]

  mutating func note(_ text: LocalizedText) {
    let languages = text.entries.compactMap(\.language)
    for (index, language) in languages.enumerated() {
      counts[language, default: [:]][language, default: 0] += 1
      for later in languages[(index + 1)...] where later != language {
        counts[language, default: [:]][later, default: 0] += 1
      }
    }
  }

  /// Every language once: those that precede more others first, then by name.
  var languages: [String] {
    let all = counts.keys.sorted()
    func precededCount(_ language: String) -> Int {
      all.count { other in
        other != language && (counts[language]?[other] ?? 0) > (counts[other]?[language] ?? 0)
      }
    }
    return all.map { (language: $0, count: precededCount($0)) }
      .sorted { ($1.count, $0.language) < ($0.count, $1.language) }.map(\.language)
  }
}
