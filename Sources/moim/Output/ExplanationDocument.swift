import PartnerDiscovery
import PartnerRanking
import ResearchProfiles
import Retrieval

/// An explanation as JSON.
struct ExplanationDocument: Encodable {
  struct Part: Encodable {
    var name: String
    var score: Double
    var reason: String
  }

  struct Term: Encodable {
    var term: String
    var stream: String
    var weight: Double
    var documentFrequency: Int
    var termWeight: Double
    var frequency: Int
    var length: Int
    var score: Double

    enum CodingKeys: String, CodingKey {
      case term, stream, weight, frequency, length, score
      case termWeight = "term_weight"
      case documentFrequency = "document_frequency"
    }
  }

  struct Evidence: Encodable {
    var evidence: EvidenceDocument
    var score: Double
    var terms: [Term]
  }

  var application: String
  var organization: OrganizationDocument
  var rank: Int?
  var candidates: Int
  var score: Double
  var parts: [Part]
  /// Terms of the other language that were added to the application's query; absent where there are none.
  var added: [AddedTermDocument]?
  var evidence: [Evidence]
  var shared: [EvidenceDocument]
  var exclusion: String?

  init(_ explanation: PartnerExplanation) {
    application = explanation.application
    organization = OrganizationDocument(explanation.organization)
    rank = explanation.rank
    candidates = explanation.candidateCount
    score = explanation.score.total
    parts = PartnerMatch.Score.Part.allCases.map { part in
      Part(name: part.rawValue, score: explanation.score[part], reason: ExplanationText.reason(part, explanation))
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
