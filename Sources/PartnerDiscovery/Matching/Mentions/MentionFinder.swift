import Foundation
import PartnerRanking
import ResearchProfiles
import Retrieval
import SearchIndex
import TextAnalysis

/// Finds out whom an application's text names: organisations by their names and acronyms, their cities and countries.
///
/// Who names a partner has a reason to. A word counts the more the rarer it is, in texts and among organisations, and
/// only where it is usually a name: written with a capital, or, in Hangul, the whole name of very few organisations.
final class MentionFinder: Sendable {
  /// Words in more than this share of all evidence name nobody.
  private static let textShare = 0.05
  /// Words of Hangul in the names of more than this share of organisations are common nouns (대학교, 연구원).
  private static let hangulNameShare = 0.005
  /// Acronyms of more organisations than this are not looked at.
  private static let acronymCount = 500

  /// Memory for one text at a time.
  struct Scratch {
    /// For each organisation 0, or one more than its place among the mentions of the moment; zero between texts.
    fileprivate var places: [UInt32]

    init(organizationCount: Int) { places = Array(repeating: 0, count: organizationCount) }
  }

  private let session: DiscoverySession
  private let known = NameMemory()
  private let capitalization: CapitalizationSample
  private let countryNumbers: [String: UInt16]
  /// Organisations by the words of their cities.
  private let cities: [String: [UInt32]]
  private let activeCount: Int

  init(_ session: DiscoverySession, countryNumbers: [String: UInt16]) {
    self.session = session
    self.countryNumbers = countryNumbers
    capitalization = CapitalizationSample(session)
    var cities: [String: [UInt32]] = [:]
    session.directory.forEachCity { city, organizations in
      for word in Set(SurfaceWords.words(in: city).map { $0.lowercased() }).sorted()
      where word.count >= 4 || SurfaceWords.isHangul(word) {
        cities[word, default: []] += organizations
      }
    }
    self.cities = cities
    activeCount = (0..<session.graph.organizationCount).count { session.graph.degree(of: UInt32($0)) > 0 }
  }

  /// What a text names: each organisation once, in order of first mention.
  struct Found {
    var mentions: [PartnerQuery.Mention] = []
    /// By country number.
    var countries: [Double] = []
  }

  /// - Parameter applicant: whose own names are not looked for.
  /// - Complexity: linear in the text and in what its words name; a word that is seen for the first time is looked up in
  ///   the evidence.
  func find(in application: Application, applicant: UInt32?, scratch: inout Scratch) -> Found {
    guard session.evidence.documentCount > 1, activeCount > 1 else { return Found() }
    let text =
      ([application.title, application.summary] + application.keywords + application.needs.map(\.statement))
      .joined(separator: " . ")
    let words = SurfaceWords(text)
    let own = ownWords(application, applicant: applicant)
    var found = Found(countries: Array(repeating: 0, count: countryNumbers.count))

    for name in known.names(words.capitalized, asAcronyms: false, make: nameOrPlace) {
      if let country = name.country { found.countries[country] = max(found.countries[country], name.weight) }
      for variant in name.variants {
        if !own.contains(variant.word) {
          for organization in variant.holders {
            scratch.mention(organization, in: &found) { $0.name = max($0.name, variant.holderStrength) }
          }
        }
        for organization in variant.inCity {
          scratch.mention(organization, in: &found) { $0.city = max($0.city, variant.cityStrength) }
        }
      }
    }
    let acronyms = words.acronyms.filter { !own.contains($0) }
    for name in known.names(acronyms, asAcronyms: true, make: acronym) {
      for organization in name.variants.lazy.flatMap(\.holders) {
        scratch.mention(organization, in: &found) { $0.shortName = max($0.shortName, name.weight) }
      }
    }
    for mention in found.mentions { scratch.places[Int(mention.organization)] = 0 }
    return found
  }

  /// Whom a word with a capital, or in Hangul, names.
  private func nameOrPlace(_ word: String) -> NameMemory.Name {
    let evidenceCount = session.evidence.documentCount
    let term = self.term(of: word)
    var name = NameMemory.Name(weight: textWeight(of: term, evidenceCount: evidenceCount))
    name.country = PlaceNames.countries[word].flatMap { countryNumbers[$0] }.map(Int.init)
    guard isProper(word, term: term, evidenceCount: evidenceCount) else { return name }
    for word in [word] + PlaceNames.synonyms[word, default: []] {
      var variant = NameMemory.Variant(word: word)
      (variant.holders, variant.holderStrength) = holders(ofName: word, weight: name.weight)
      variant.inCity = cities[word] ?? []
      variant.cityStrength = name.weight * rarity(among: variant.inCity.count)
      name.variants.append(variant)
    }
    return name
  }

  private func acronym(_ word: String) -> NameMemory.Name {
    var name = NameMemory.Name(
      weight: textWeight(of: term(of: word), evidenceCount: session.evidence.documentCount))
    name.variants = [NameMemory.Variant(word: word, holders: bearers(ofAcronym: word))]
    return name
  }

  /// The word's term in the index; `nil` for a stop word.
  private func term(of word: String) -> [UInt8]? {
    session.queryBuilder.terms(of: [.init(word)]).first { $0.stream == .word }?.bytes
  }

  private func evidenceCount(of term: [UInt8]) -> Int {
    session.evidence.segments.reduce(0) { $0 + ($1.reader.postings(stream: .word, term: term)?.documentCount ?? 0) }
  }

  /// ln(N / (df + 1)) / ln N: 1 for a word that no evidence holds, 0 for one that all hold.
  private func textWeight(of term: [UInt8]?, evidenceCount count: Int) -> Double {
    guard let term else { return 0 }
    return max(0, log(Double(count) / Double(evidenceCount(of: term) + 1)) / log(Double(count)))
  }

  /// 1 for one organisation of many, 0 for all of them.
  private func rarity(among count: Int) -> Double {
    max(0, log(Double(activeCount) / Double(max(1, count))) / log(Double(activeCount)))
  }

  private func isProper(_ word: String, term: [UInt8]?, evidenceCount count: Int) -> Bool {
    guard let term, !PlaceNames.generic.contains(word) else { return false }
    let holding = evidenceCount(of: term)
    guard Double(holding) <= max(1, Self.textShare * Double(count)) else { return false }
    if SurfaceWords.isHangul(word) { return word.count >= 2 }
    return word.utf8.count >= 3 && (holding == 0 || capitalization.isUsuallyCapitalized(word, term: term))
  }

  /// Organisations with a word in one of their names, and how strongly it names them.
  private func holders(ofName word: String, weight: Double) -> (organizations: [UInt32], strength: Double) {
    guard let term = term(of: word) else { return ([], 0) }
    var organizations: [UInt32] = []
    session.nameSearcher.forEachDocument(holding: .word, term) { organizations.append($0) }
    if SurfaceWords.isHangul(word) {
      guard Double(organizations.count) <= max(2, Self.hangulNameShare * Double(activeCount)) else { return ([], 0) }
      organizations = organizations.filter { isWholeName(term, of: $0) }
    }
    return (organizations, weight * rarity(among: organizations.count))
  }

  /// Whether an organisation has a name or alias of just that word: names of laboratories hold their topics
  /// ("착용형 뇌자도 연구실"), which name nobody.
  private func isWholeName(_ term: [UInt8], of organization: UInt32) -> Bool {
    guard let card = session.directory.card(organization) else { return false }
    return (card.names.entries.map(\.text) + card.aliases).contains { name in
      session.queryBuilder.terms(of: [.init(name)]).filter { $0.stream == .word }.map(\.bytes) == [term]
    }
  }

  /// Organisations that are called by an acronym: as a name or alias of its own, or as the last word of a name
  /// ("... Institute KIST").
  private func bearers(ofAcronym word: String) -> [UInt32] {
    guard let term = term(of: word) else { return [] }
    var organizations: [UInt32] = []
    session.nameSearcher.forEachDocument(holding: .word, term) { organizations.append($0) }
    guard organizations.count <= Self.acronymCount else { return [] }
    return organizations.filter { organization in
      guard let card = session.directory.card(organization) else { return false }
      return (card.names.entries.map(\.text) + card.aliases).contains { name in
        let words = SurfaceWords.words(in: name)
        guard let last = words.last, last.lowercased() == word else { return false }
        if words.count == 1 { return last.count >= 2 }
        return (2...6).contains(last.count) && last == last.uppercased() && name != name.uppercased()
      }
    }
  }

  private func ownWords(_ application: Application, applicant: UInt32?) -> Set<String> {
    var names = [application.applicant?.name].compactMap { $0 }
    if let card = applicant.flatMap({ session.directory.card($0) }) {
      names += card.names.entries.map(\.text) + card.aliases
    }
    return Set(names.flatMap { SurfaceWords.words(in: $0) }.map { $0.lowercased() })
  }
}

extension MentionFinder.Scratch {
  /// Changes what is said of an organisation, which is nothing at its first mention.
  fileprivate mutating func mention(
    _ organization: UInt32, in found: inout MentionFinder.Found, change: (inout PartnerQuery.Mention) -> Void
  ) {
    if places[Int(organization)] == 0 {
      found.mentions.append(PartnerQuery.Mention(organization: organization))
      places[Int(organization)] = UInt32(found.mentions.count)
    }
    change(&found.mentions[Int(places[Int(organization)]) - 1])
  }
}
