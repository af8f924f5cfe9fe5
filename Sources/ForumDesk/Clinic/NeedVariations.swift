import PartnerDiscovery
import ResearchProfiles

/// Tries a need with other words and counts who meets it then.
struct NeedVariations {
  let matcher: ApplicationMatcher
  let vocabulary: ConceptVocabulary

  private static let droppedCount = 12
  private static let ownTermCount = 8
  private static let relatedTermCount = 12
  private static let alternativeCount = 3

  /// - Complexity: a search for each change that is tried, some thirty at most.
  func effect(of statement: String, isStated: Bool, in application: Application) -> NeedEffect {
    let reach = matcher.reach(of: statement, for: application)
    var tried: [NeedEffect.Alternative] = []
    for (change, text) in changes(of: statement, in: application) {
      let other = matcher.reach(of: text, for: application)
      if other.metCount > reach.metCount {
        tried.append(.init(change: change, statement: text, reach: other))
      }
    }
    // Of equal numbers the change that was tried first: the applicant's own words, before those of the glossary.
    let ranked = tried.enumerated().sorted { left, right in
      (right.element.reach.metCount, left.offset) < (left.element.reach.metCount, right.offset)
    }.map(\.element)
    return NeedEffect(
      statement: statement, isStated: isStated, reach: reach,
      alternatives: Array(ranked.prefix(Self.alternativeCount)),
      unknownWords: matcher.session.wordFacts(of: statement).filter { $0.evidenceCount == 0 }.map(\.word))
  }

  private func changes(
    of statement: String, in application: Application
  ) -> [(change: NeedEffect.Alternative.Change, text: String)] {
    let key = CleanText.key(statement)
    var known: Set<String> = [key]
    var changes: [(change: NeedEffect.Alternative.Change, text: String)] = []
    func add(_ term: String) -> Bool {
      let termKey = CleanText.key(term)
      guard !termKey.isEmpty, !key.contains(termKey), known.insert(termKey).inserted else { return false }
      changes.append((.adding(term), statement + " " + term))
      return true
    }
    // What the applicant says elsewhere.
    let elsewhere = [application.title, application.summary].joined(separator: "\n")
    var ownCount = 0
    let ownTerms = application.keywords + vocabulary.concepts(in: elsewhere).map { name(of: $0, like: statement) }
    for term in ownTerms where ownCount < Self.ownTermCount && add(term) { ownCount += 1 }
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
        guard !facts.isEmpty, facts.allSatisfy({ $0.evidenceCount > 0 }), add(term) else { continue }
        relatedCount += 1
      }
    }
    let words = statement.split(separator: " ")
    if words.count > 2 {
      for place in words.indices.prefix(Self.droppedCount) {
        var rest = words
        let word = rest.remove(at: place)
        guard word.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
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
