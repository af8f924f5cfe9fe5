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

  private let session: DiscoverySession
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

  /// What a text names.
  struct Found {
    var mentions: [PartnerQuery.Mention] = []
    /// By country number.
    var countries: [Double] = []
  }

  /// - Parameter applicant: whose own names are not looked for.
  func find(in application: Application, applicant: UInt32?) -> Found {
    let evidenceCount = session.evidence.documentCount
    guard evidenceCount > 1, activeCount > 1 else { return Found() }
    let text =
      ([application.title, application.summary] + application.keywords + application.needs.map(\.statement))
      .joined(separator: " . ")
    let words = SurfaceWords(text)
    let own = ownWords(application, applicant: applicant)
    var strengths: [UInt32: PartnerQuery.Mention] = [:]
    var countries = Array(repeating: 0.0, count: countryNumbers.count)

    for word in words.capitalized {
      let term = self.term(of: word)
      let weight = textWeight(of: term, evidenceCount: evidenceCount)
      if let code = PlaceNames.countries[word], let number = countryNumbers[code] {
        countries[Int(number)] = max(countries[Int(number)], weight)
      }
      guard isProper(word, term: term, evidenceCount: evidenceCount) else { continue }
      let variants = [word] + PlaceNames.synonyms[word, default: []]
      for variant in variants {
        if !own.contains(variant) {
          for (organization, strength) in holders(ofName: variant, weight: weight) {
            let old = strengths[organization] ?? PartnerQuery.Mention(organization: organization)
            strengths[organization] = old
            strengths[organization]?.name = max(old.name, strength)
          }
        }
        guard let inCity = cities[variant] else { continue }
        let strength = weight * rarity(among: inCity.count)
        for organization in inCity {
          let old = strengths[organization] ?? PartnerQuery.Mention(organization: organization)
          strengths[organization] = old
          strengths[organization]?.city = max(old.city, strength)
        }
      }
    }
    for word in words.acronyms where !own.contains(word) {
      let weight = textWeight(of: term(of: word), evidenceCount: evidenceCount)
      for organization in bearers(ofAcronym: word) {
        let old = strengths[organization] ?? PartnerQuery.Mention(organization: organization)
        strengths[organization] = old
        strengths[organization]?.shortName = max(old.shortName, weight)
      }
    }
    return Found(
      mentions: strengths.values.sorted { $0.organization < $1.organization }, countries: countries)
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
  private func holders(ofName word: String, weight: Double) -> [(UInt32, Double)] {
    guard let term = term(of: word) else { return [] }
    var organizations: [UInt32] = []
    session.nameSearcher.forEachDocument(holding: .word, term) { organizations.append($0) }
    if SurfaceWords.isHangul(word) {
      guard Double(organizations.count) <= max(2, Self.hangulNameShare * Double(activeCount)) else { return [] }
      organizations = organizations.filter { isWholeName(term, of: $0) }
    }
    let strength = weight * rarity(among: organizations.count)
    return organizations.map { ($0, strength) }
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
