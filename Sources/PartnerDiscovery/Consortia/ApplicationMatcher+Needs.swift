import PartnerRanking
public import ResearchProfiles
import Retrieval
import SearchIndex
import TextAnalysis

extension ApplicationMatcher {
  /// Evidence that is looked at for one need.
  private static let evidenceDepth = 400

  /// Who has evidence for a need, and how strong it is.
  ///
  /// - Parameter ignored: a piece of evidence that does not count.
  func answer(to statement: String, except ignored: Int? = nil) -> NeedAnswer {
    let query = needQuery(statement)
    let full = fullScore(of: statement)
    guard full > 0 else { return NeedAnswer(supports: [:], bestStrength: 0) }
    let hits = session.searcher.search(query, limit: Self.evidenceDepth)
    var supports: [UInt32: NeedAnswer.Support] = [:]
    var strengths: [UInt32: [Double]] = [:]
    for hit in hits where hit.document != ignored {
      let members = session.graph.members(of: UInt32(hit.document))
      for member in members {
        let strength = min(1, hit.score / full) * Self.share(of: member.role, among: members.count)
        strengths[member.organization, default: []].append(strength)
        if strength > supports[member.organization]?.strength ?? 0 {
          supports[member.organization] = .init(document: hit.document, score: hit.score, strength: strength)
        }
      }
    }
    for (organization, strengths) in strengths {
      var factor = 1.0
      let sum = strengths.sorted(by: >).prefix(Self.supportingCount).reduce(0.0) { sum, strength in
        defer { factor *= Self.furtherShare }
        return sum + factor * strength
      }
      supports[organization]?.strength = min(1, sum)
    }
    return NeedAnswer(supports: supports, bestStrength: min(1, (hits.first?.score ?? 0) / full))
  }

  /// How much of a piece of evidence speaks for one of its bodies: a partner in a project may have done another part of
  /// it.
  private static func share(of role: ParticipationRole, among memberCount: Int) -> Double {
    switch role {
    case .participant, .associatedPartner, .thirdParty, .subcontractor, .funder, .publisher:
      memberCount > 1 ? partnerShare : 1
    case .coordinator, .owner, .author: 1
    }
  }

  private static let partnerShare = 0.7
  /// Further evidence of the same body counts so much of the one before it.
  private static let furtherShare = 0.3
  private static let supportingCount = 3

  /// Whether any evidence speaks to an application's text at all.
  func hasEvidence(for application: Application) -> Bool {
    let texts = ApplicationQuery.texts(of: application)
    let terms = ApplicationQuery.terms(of: application, builder: session.queryBuilder)
    let query = session.bridge.bridged(TermQuery(terms: terms), texts: texts).query
    return !session.searcher.search(query, limit: 1).isEmpty
  }

  /// The query of a need, bridged to the other language.
  func needQuery(_ statement: String) -> TermQuery {
    session.bridge.bridged(session.queryBuilder.query(text: statement), texts: [statement]).query
  }

  /// The score that no text can exceed: all words of the need at full impact. A word that no evidence holds counts like
  /// the rarest, for nobody can meet it.
  private func fullScore(of statement: String) -> Double {
    let terms = session.queryBuilder.query(text: statement).terms
    let weights = session.searcher.termWeights(of: TermQuery(terms: terms))
    return zip(terms, weights).reduce(0) { sum, entry in
      let (term, weight) = entry
      let known =
        weight > 0
        ? weight
        : session.searcher.model.termWeight(
          of: term.stream, documentFrequency: 1, documentCount: session.evidence.documentCount)
      return sum + Double(term.weight * known)
    }
  }
}

extension ApplicationMatcher {
  /// How strongly each body's best evidence speaks to a need, in 0...1: what ``CoverageScale`` makes levels of. For
  /// calibration.
  ///
  /// - Complexity: one search.
  public func strengths(of statement: String) -> [OrganizationID: Double] {
    Dictionary(
      uniqueKeysWithValues: answer(to: statement).supports.map { (session.directory.id($0.key), $0.value.strength) })
  }
}

extension ApplicationMatcher {
  /// A text of a sentence or two holds its words once: at average length that is a little under half of full impact.
  private static let statementImpact = 0.45

  /// The words of a statement and what each says.
  struct StatementTerms {
    fileprivate var names: Set<TermName>
    fileprivate var weighted: [(name: TermName, weight: Double)]
    fileprivate var full: Double
  }

  func statementTerms(of statement: String) -> StatementTerms {
    let terms = session.queryBuilder.query(text: statement).terms
    let weights = session.searcher.termWeights(of: TermQuery(terms: terms))
    let names = terms.map { TermName(stream: $0.stream, bytes: $0.bytes) }
    let weighted = zip(names, zip(terms, weights)).map { ($0, Double($1.0.weight * $1.1)) }
    return StatementTerms(names: Set(names), weighted: weighted, full: fullScore(of: statement))
  }

  /// How strongly one statement (an offer) speaks to another (a need), on the scale of evidence, in 0...1.
  func agreement(of offer: StatementTerms, with need: StatementTerms) -> Double {
    guard need.full > 0 else { return 0 }
    let shared = need.weighted.reduce(0.0) { offer.names.contains($1.name) ? $0 + $1.weight : $0 }
    return min(1, shared / need.full * Self.statementImpact)
  }

  fileprivate struct TermName: Hashable {
    var stream: TermStream
    var bytes: [UInt8]
  }
}
