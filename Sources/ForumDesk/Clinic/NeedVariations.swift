import PartnerDiscovery
import ResearchProfiles

/// Tries a need with other words and counts who meets it then.
struct NeedVariations {
  let matcher: ApplicationMatcher
  let vocabulary: ConceptVocabulary

  private static let droppedCount = 12
  private static let ownTermCount = 8
  private static let relatedTermCount = 12
  /// Pieces of evidence that hold a rare word, at most.
  private static let rareCount = 3

  private static func order(of change: NeedEffect.Alternative.Change) -> Int {
    switch change {
    case .addingOwn: 0
    case .adding: 1
    case .dropping: 2
    }
  }

  /// - Complexity: a search for each change that is tried, some thirty at most.
  func effect(of statement: String, isStated: Bool, in application: Application) -> NeedEffect {
    let reach = matcher.reach(of: statement, for: application)
    // Clearly more: at least a quarter more, and two.
    let wanted = max(reach.metCount + 2, reach.metCount + reach.metCount / 4)
    var best: [Int: NeedEffect.Alternative] = [:]
    for (change, text) in changes(of: statement, in: application) {
      let other = matcher.reach(of: text, for: application)
      let kind = Self.order(of: change)
      // Of equal numbers the change that was tried first.
      guard other.metCount >= wanted, other.metCount > best[kind]?.reach.metCount ?? 0 else { continue }
      best[kind] = .init(change: change, statement: text, reach: other)
    }
    return NeedEffect(
      statement: statement, isStated: isStated, reach: reach,
      alternatives: best.sorted { $0.key < $1.key }.map(\.value),
      unknownWords: matcher.session.wordFacts(of: statement).filter { $0.evidenceCount == 0 }.map(\.word))
  }

  private func changes(
    of statement: String, in application: Application
  ) -> [(change: NeedEffect.Alternative.Change, text: String)] {
    let key = CleanText.key(statement)
    var known: Set<String> = [key]
    var changes: [(change: NeedEffect.Alternative.Change, text: String)] = []
    func add(_ term: String, isOwn: Bool) -> Bool {
      let termKey = CleanText.key(term)
      guard !termKey.isEmpty, !key.contains(termKey), known.insert(termKey).inserted else { return false }
      changes.append((isOwn ? .addingOwn(term) : .adding(term), statement + " " + term))
      return true
    }
    // What the applicant says elsewhere.
    let elsewhere = [application.title, application.summary].joined(separator: "\n")
    var ownCount = 0
    let ownTerms = application.keywords + vocabulary.concepts(in: elsewhere).map { name(of: $0, like: statement) }
    for term in ownTerms where ownCount < Self.ownTermCount && add(term, isOwn: true) { ownCount += 1 }
    // What belongs together in the glossary, as far as anybody here has evidence of it.
    var concepts = vocabulary.concepts(in: statement)
    if concepts.isEmpty { concepts = vocabulary.concepts(in: elsewhere) }
    var relatedCount = 0
    var groups: [String] = []
    for concept in concepts where !groups.contains(concept.group) { groups.append(concept.group) }
    for group in groups.prefix(2) {
      for concept in vocabulary.concepts(ofGroup: group) where relatedCount < Self.relatedTermCount {
        let term = name(of: concept, like: statement)
        let facts = matcher.session.wordFacts(of: term)
        guard !facts.isEmpty, facts.allSatisfy({ $0.evidenceCount > 0 }), add(term, isOwn: false) else { continue }
        relatedCount += 1
      }
    }
    let words = statement.split(separator: " ")
    if words.count > 2 {
      for place in words.indices.prefix(Self.droppedCount) {
        var rest = words
        let word = rest.remove(at: place)
        // What nearly nobody writes is what narrows a need down; other words are no conditions.
        let facts = matcher.session.wordFacts(of: String(word))
        guard facts.contains(where: { $0.evidenceCount <= Self.rareCount }) else { continue }
        changes.append((.dropping(String(word)), rest.joined(separator: " ")))
      }
    }
    return changes
  }

  /// The concept in the need's language.
  private func name(of concept: ConceptVocabulary.Concept, like statement: String) -> String {
    let isKorean = statement.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
    return (isKorean ? concept.korean.first ?? concept.english.first : concept.english.first ?? concept.korean.first)
      ?? concept.id
  }
}
