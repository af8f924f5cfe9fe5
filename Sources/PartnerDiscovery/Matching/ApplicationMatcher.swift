import ParallelExecution
public import PartnerRanking
public import ResearchProfiles
import Retrieval
import SearchIndex
import Synchronization
import TextAnalysis

/// Ranks partners for applications on one opened workspace. Safe to share between threads.
public final class ApplicationMatcher: Sendable {
  public let session: DiscoverySession
  let ranker: PartnerRanker
  private let countryNumbers: [String: UInt16]
  private let cohesion: TermCohesion
  private let mentionFinder: MentionFinder
  private let scratches: ScratchPool<Scratch>
  /// Lifts of terms, found once each, as long as there is room.
  private static let liftCapacity = 1 << 18
  private let lifts = Mutex<[TermKey: Float]>([:])

  /// Pieces of evidence that are shown for a partner where nobody asks for another number.
  public static let evidenceLimit = 3

  private final class Scratch {
    let ranking: RankingScratch
    var mentions: MentionFinder.Scratch
    /// What holds a term, and how often each organisation is in it.
    var evidence: [UInt32] = []
    var counts: [UInt32]

    init(_ graph: CollaborationGraph) {
      ranking = RankingScratch(for: graph)
      mentions = MentionFinder.Scratch(organizationCount: graph.organizationCount)
      counts = Array(repeating: 0, count: graph.organizationCount)
    }
  }

  private struct TermKey: Hashable {
    var stream: TermStream
    var bytes: [UInt8]
  }

  /// - Parameter policy: a valid one, see `RankingPolicy.validate()`.
  /// - Complexity: linear in the graph.
  public init(_ session: DiscoverySession, policy: RankingPolicy = ShippedPolicy.policy) {
    self.session = session
    var countryNumbers: [String: UInt16] = ["": 0]
    let countries = (0..<session.directory.count).map { organization -> UInt16 in
      let country = session.directory.country(UInt32(organization))
      if let number = countryNumbers[country] { return number }
      let number = UInt16(truncatingIfNeeded: countryNumbers.count)
      countryNumbers[country] = number
      return number
    }
    self.countryNumbers = countryNumbers
    ranker = PartnerRanker(
      graph: session.graph,
      texts: OrganizationTexts(
        graph: session.graph, evidenceLengths: session.evidenceLengths, countries: countries,
        cities: session.cityNumbers, kinds: session.kindIndexes),
      policy: policy)
    cohesion = TermCohesion(session.graph)
    mentionFinder = MentionFinder(session, countryNumbers: countryNumbers)
    let graph = session.graph
    scratches = ScratchPool { Scratch(graph) }
  }

  /// An application made ready: its query and the evidence that was retrieved for it.
  struct Preparation {
    var query: TermQuery
    /// Terms of the other language in the query.
    var added: [AddedTerm]
    var hits: [Hit]
    var partnerQuery: PartnerQuery
  }

  /// The ids of the best partners with their scores, best first: all that a run needs.
  ///
  /// - Throws: ``DiscoveryError/applicationWithoutText(id:)`` where there is nothing to match by.
  public func rank(
    _ application: Application, limit: Int, filter: SearchFilter = SearchFilter()
  ) throws(DiscoveryError) -> [(id: OrganizationID, score: PartnerScore)] {
    try ranked(application, limit: limit, filter: filter).partners.map {
      (session.directory.id($0.organization), $0.score)
    }
  }

  /// The terms of the other language that an application's query gets besides its own.
  public func addedTerms(to application: Application) -> [AddedTerm] {
    scratches.withScratch { bridgedQuery(of: application, $0).added }
  }

  /// The best partners with their evidence, best first.
  ///
  /// - Throws: ``DiscoveryError/applicationWithoutText(id:)`` where there is nothing to match by.
  public func match(
    _ application: Application, limit: Int, evidenceLimit: Int = ApplicationMatcher.evidenceLimit,
    filter: SearchFilter = SearchFilter()
  ) throws(DiscoveryError) -> [PartnerMatch] {
    let (preparation, partners) = try ranked(application, limit: limit, filter: filter)
    return describe(partners, preparation, evidenceLimit: evidenceLimit)
  }

  func ranked(
    _ application: Application, limit: Int, filter: SearchFilter
  ) throws(DiscoveryError) -> (preparation: Preparation, partners: [RankedPartner]) {
    guard application.hasText else { throw .applicationWithoutText(id: application.id) }
    let attributes = filter.attributes
    let admitsAll = attributes.isEmpty
    return scratches.withScratch { scratch in
      let preparation = prepare(application, scratch)
      let lane = policy.lane
      let partners = ranker.rank(
        preparation.partnerQuery, limit: lane.places.isEmpty ? limit : .max, scratch: scratch.ranking,
        admits: {
          admitsAll || attributes.admits(session.directory.attributes($0)) && session.works($0, in: filter)
        },
        precedes: session.directory.precedes)
      guard !lane.places.isEmpty else { return (preparation, partners) }
      let reserved = lane.reserve(in: partners) { session.graph.degree(of: $0.organization) == 1 }
      return (preparation, Array(reserved.prefix(limit)))
    }
  }

  public var policy: RankingPolicy { ranker.policy }

  /// The best candidates with what their scores are made from, for learning.
  func features(_ application: Application, limit: Int) throws(DiscoveryError) -> [PartnerFeatures] {
    guard application.hasText else { throw .applicationWithoutText(id: application.id) }
    return scratches.withScratch { scratch in
      ranker.features(
        prepare(application, scratch).partnerQuery, limit: limit, scratch: scratch.ranking,
        precedes: session.directory.precedes)
    }
  }

  private func bridgedQuery(of application: Application, _ scratch: Scratch) -> (query: TermQuery, added: [AddedTerm]) {
    var terms = ApplicationQuery.terms(of: application, builder: session.queryBuilder)
    for (index, lift) in lifts(of: terms, scratch).enumerated() { terms[index].weight *= lift.squareRoot() }
    return session.bridge.bridged(TermQuery(terms: terms), texts: ApplicationQuery.texts(of: application))
  }

  private func prepare(_ application: Application, _ scratch: Scratch) -> Preparation {
    let (query, added) = bridgedQuery(of: application, scratch)
    let (hits, matches) = session.searcher.searchWithMatches(query, limit: ranker.parameters.evidenceCount)
    let bestScore = hits.first?.score ?? 1
    let applicant = applicant(of: application)
    let country = applicant.map { session.directory.country($0) } ?? ""
    let stated = application.applicant?.country.map(SearchFilter.countryCode) ?? ""
    let number = countryNumbers[country.isEmpty ? stated : country] ?? 0
    var partnerQuery = PartnerQuery(
      applicant: applicant, country: number == 0 ? nil : number,
      evidence: hits.map { .init(evidence: UInt32($0.document), relevance: $0.score / bestScore) },
      terms: matches.terms.map {
        .init(weight: Double($0.weight), stream: Int($0.stream.rawValue), occurrences: $0.range)
      },
      places: matches.places, frequencies: matches.frequencies)
    partnerQuery.kind = KindTable.index(of: session.kind(of: applicant) ?? application.applicant?.kind)
    partnerQuery.needs = application.needs.prefix(Self.needLimit).map { evidence(for: $0) }
    let mentions = mentionFinder.find(in: application, applicant: applicant, scratch: &scratch.mentions)
    partnerQuery.mentions = mentions.mentions
    partnerQuery.countryMentions = mentions.countries
    return Preparation(query: query, added: added, hits: hits, partnerQuery: partnerQuery)
  }

  /// Needs that are looked at one by one; all of them are part of the text.
  private static let needLimit = 12

  /// The evidence that speaks to one need by itself.
  func evidence(for need: Need) -> [PartnerQuery.RetrievedEvidence] {
    let query = session.queryBuilder.query(text: need.statement)
    guard !query.terms.isEmpty else { return [] }
    let hits = session.searcher.search(query, limit: ranker.parameters.needEvidenceCount)
    let bestScore = hits.first?.score ?? 1
    return hits.map { .init(evidence: UInt32($0.document), relevance: $0.score / bestScore) }
  }

  /// The applicant's own organisation: by its id, or by its name where the workspace does not know the id.
  func applicant(of application: Application) -> UInt32? {
    guard let applicant = application.applicant else { return nil }
    if let number = applicant.id.flatMap({ session.directory.number(of: $0) }) { return number }
    return applicant.name.flatMap { session.organization(named: $0, country: applicant.country) }
  }

  /// How far each term holds a community together; see ``TermCohesion``.
  private func lifts(of terms: [WeightedTerm], _ scratch: Scratch) -> [Float] {
    let keys = terms.map { TermKey(stream: $0.stream, bytes: $0.bytes) }
    // One look under the lock for all terms, and one more for what is new.
    var known = lifts.withLock { lifts in keys.map { lifts[$0] } }
    var isNew = false
    var evidence: [UInt32] = []
    swap(&evidence, &scratch.evidence)
    defer { swap(&evidence, &scratch.evidence) }
    for (index, key) in keys.enumerated() where known[index] == nil {
      evidence.removeAll(keepingCapacity: true)
      session.searcher.forEachDocument(holding: key.stream, key.bytes) { evidence.append($0) }
      known[index] = Float(cohesion.lift(evidence: evidence, counts: &scratch.counts))
      isNew = true
    }
    if isNew {
      lifts.withLock { lifts in
        if lifts.count + keys.count > Self.liftCapacity { lifts.removeAll() }
        for case (let key, let lift?) in zip(keys, known) { lifts[key] = lift }
      }
    }
    return known.map { $0 ?? 1 }
  }

  // MARK: Reasons

  func describe(_ partners: [RankedPartner], _ preparation: Preparation, evidenceLimit: Int) -> [PartnerMatch] {
    var places: [UInt32: Int] = [:]
    for (place, partner) in partners.enumerated() { places[partner.organization] = place }
    var found = Array(repeating: [(hit: Hit, role: ParticipationRole)](), count: partners.count)
    for hit in preparation.hits {
      for member in session.graph.members(of: UInt32(hit.document)) {
        guard let place = places[member.organization], found[place].count < evidenceLimit else { continue }
        found[place].append((hit, member.role))
      }
    }
    let documents = Set(found.joined().map(\.hit.document)).sorted()
    let explanations = session.searcher.explain(preparation.query, documents: documents)
    let terms = Dictionary(uniqueKeysWithValues: zip(documents, explanations.map { Self.terms(of: $0) }))
    var description = EvidenceDescription(session, for: preparation.query)
    return partners.indices.map { place in
      let partner = partners[place].organization
      return PartnerMatch(
        organization: description.summary(of: partner), score: partners[place].score,
        evidence: found[place].map { hit, role in
          MatchedEvidence(result: description.result(for: hit), role: role, terms: terms[hit.document] ?? [])
        },
        sharedEvidenceCount: preparation.partnerQuery.applicant.map { sharedEvidence($0, partner).count } ?? 0)
    }
  }

  /// Evidence of both organisations, ascending.
  func sharedEvidence(_ left: UInt32, _ right: UInt32) -> [UInt32] {
    let (left, right) = (session.graph.evidence(of: left), session.graph.evidence(of: right))
    var (i, j) = (left.startIndex, right.startIndex)
    var shared: [UInt32] = []
    while i < left.endIndex, j < right.endIndex {
      if left[i] == right[j] { shared.append(left[i]) }
      let (a, b) = (left[i], right[j])
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return shared
  }

  /// The terms that count most in a document. Of a Korean word and its syllable pairs only the word is named, unless
  /// only the pairs match.
  private static func terms(of explanation: Explanation, limit: Int = 6) -> [String] {
    var named = explanation.parts.filter { $0.stream == .word }.map(\.term)
    for part in explanation.parts where part.stream == .syllable {
      if named.count >= limit { break }
      if !named.contains(where: { $0.contains(part.term) }) { named.append(part.term) }
    }
    return Array(named.prefix(limit))
  }
}
