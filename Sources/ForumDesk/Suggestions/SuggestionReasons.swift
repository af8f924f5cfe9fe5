import Foundation
public import PartnerDiscovery
import PartnerRanking
public import ResearchProfiles
import Retrieval

/// Why a partner is suggested, as it is kept with the suggestion: it can still be read when the data have changed.
/// It holds no personal data.
public struct SuggestionReasons: Hashable, Sendable, Codable {
  public struct Item: Hashable, Sendable, Codable {
    public var id: EvidenceID
    public var kind: EvidenceKind
    public var title: String
    public var year: Int?
    public var role: ParticipationRole
    public var passage: String?
    /// UTF-8 byte ranges of the matches in the passage, as pairs of start and end.
    public var matches: [[Int]]
    public var terms: [String]
  }

  public var evidence: [Item]
  /// The parts that raised the score, largest first, in points.
  public var parts: [Part]
  public var sharedEvidenceCount: Int

  public struct Part: Hashable, Sendable, Codable {
    public var name: String
    public var points: Double
  }

  public init(_ match: PartnerMatch) {
    evidence = match.evidence.map { matched in
      let result = matched.result
      return Item(
        id: result.id, kind: result.kind, title: result.title, year: result.date?.components.year, role: matched.role,
        passage: result.passage?.text,
        matches: result.passage?.matches.map { [$0.lowerBound, $0.upperBound] } ?? [], terms: matched.terms)
    }
    parts = PartnerScore.Part.allCases.map { Part(name: $0.rawValue, points: match.score[$0]) }
      .filter { $0.points > 0 }.sorted { ($1.points, $0.name) < ($0.points, $1.name) }
    sharedEvidenceCount = match.sharedEvidenceCount
  }

  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// Reads what was kept; `nil` for what another version of Moim wrote.
  public init?(json: String) {
    guard let reasons = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else { return nil }
    self = reasons
  }

  /// The reasons in words, the weightiest first, a short sentence each.
  public var sentences: [Bilingual] {
    var sentences = parts.compactMap { part -> Bilingual? in
      guard let kind = PartnerScore.Part(rawValue: part.name) else { return nil }
      return Self.sentence(kind, evidenceCount: evidence.count)
    }
    if sharedEvidenceCount > 0, !parts.contains(where: { $0.name == PartnerScore.Part.sharedProjects.rawValue }) {
      sentences.append(Self.worked)
    }
    // Two parts can be told alike.
    return sentences.reduce(into: []) { told, sentence in if !told.contains(sentence) { told.append(sentence) } }
  }

  private static let worked = Bilingual("신청 기관과 함께 일한 적이 있습니다", "has worked with the applicant before")

  private static func sentence(_ part: PartnerScore.Part, evidenceCount: Int) -> Bilingual? {
    switch part {
    case .votes: Bilingual("신청 내용에 닿는 실적이 있습니다", "its work speaks to the application")
    case .needs: Bilingual("밝힌 수요 가운데 하나를 특히 잘 채웁니다", "meets one of the stated needs especially well")
    case .coverage: Bilingual("신청 내용을 넓게 다룹니다", "covers much of what the application is about")
    case .network:
      Bilingual("이 주제의 기관들과 협력망에서 가깝습니다", "is close in joint work to those who work on the subject")
    case .partnerNetwork:
      Bilingual("신청 기관의 협력 기관들과 가깝습니다", "is close to bodies that the applicant works with")
    case .sharedProjects: worked
    case .country: Bilingual("같은 나라에 있습니다", "is in the same country")
    case .city: Bilingual("같은 도시에 있습니다", "is in the same city")
    case .countryTies: Bilingual("두 나라의 기관이 자주 함께 일합니다", "bodies of the two countries often work together")
    case .named, .acronymNamed: Bilingual("신청서에 이름이 나옵니다", "is named in the application")
    case .cityNamed, .countryNamed: Bilingual("신청서에 그 지역이 나옵니다", "its place is named in the application")
    case .kinds: Bilingual("이런 신청 기관이 흔히 찾는 유형입니다", "is of a kind that such applicants often look for")
    case .ownCountryNamed, .fame: nil
    }
  }
}
