import PartnerRanking
import ResearchProfiles
import Retrieval

/// An explanation as JSON.
public struct ExplanationDocument: Encodable, Sendable {
  public struct Part: Encodable, Sendable {
    public var name: String
    public var score: Double
    public var reason: String
  }

  public struct Term: Encodable, Sendable {
    public var term: String
    public var stream: String
    public var weight: Double
    public var documentFrequency: Int
    public var termWeight: Double
    public var frequency: Int
    public var length: Int
    public var score: Double

    enum CodingKeys: String, CodingKey {
      case term, stream, weight, frequency, length, score
      case termWeight = "term_weight"
      case documentFrequency = "document_frequency"
    }
  }

  public struct Evidence: Encodable, Sendable {
    public var evidence: EvidenceDocument
    public var score: Double
    public var terms: [Term]
  }

  public var application: String
  public var organization: OrganizationDocument
  public var rank: Int?
  public var candidates: Int
  public var score: Double
  public var parts: [Part]
  /// Terms of the other language that were added to the application's query; absent where there are none.
  public var added: [AddedTermDocument]?
  public var evidence: [Evidence]
  public var shared: [EvidenceDocument]
  public var exclusion: String?

  public init(_ explanation: PartnerExplanation) {
    application = explanation.application
    organization = OrganizationDocument(explanation.organization)
    rank = explanation.rank
    candidates = explanation.candidateCount
    score = explanation.score.total
    parts = PartnerMatch.Score.Part.allCases.map { part in
      Part(name: part.rawValue, score: explanation.score[part], reason: explanation.reason(for: part))
    }
    added = AddedTermDocument.list(explanation.added)
    evidence = explanation.evidence.map { evidence in
      Evidence(
        evidence: EvidenceDocument(evidence.matched), score: evidence.explanation.score,
        terms: evidence.explanation.parts.map { part in
          Term(
            term: part.term, stream: part.streamName, weight: Double(part.weight),
            documentFrequency: part.documentFrequency, termWeight: Double(part.termWeight),
            frequency: Int(part.frequency), length: Int(part.length), score: part.score)
        })
    }
    shared = explanation.shared.map { EvidenceDocument($0) }
    exclusion = explanation.exclusion?.rawValue
  }
}
