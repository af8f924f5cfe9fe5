import ForumDesk
import PartnerDiscovery
import ResearchProfiles
import Retrieval

/// A piece of evidence as the template `evidence-item` shows it.
struct EvidenceItem: Sendable {
  struct Part: Sendable {
    var text: String
    var isMatch: Bool
  }

  struct Quotation: Sendable {
    var parts: [Part]
  }

  var kind: String
  var title: String
  var year: String?
  var passage: Quotation?
  var terms: String?

  init(_ result: EvidenceResult, terms: [String] = [], _ language: Language) {
    kind = Words.name(result.kind)[language]
    title = result.title.isEmpty ? result.id.rawValue : result.title
    year = result.date.map { String($0.components.year) }
    passage = result.passage.map { Quotation(parts: Self.parts(of: $0)) }
    self.terms = terms.isEmpty ? nil : terms.joined(separator: ", ")
  }

  static func parts(of passage: ResultPassage) -> [Part] { parts(of: passage.text, matches: passage.matches) }

  /// - Parameter matches: ranges of UTF-8 bytes in ascending order.
  static func parts(of passage: String, matches: [Range<Int>]) -> [Part] {
    let bytes = Array(passage.utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var parts: [Part] = []
    var place = 0
    for match in matches where match.lowerBound >= place && match.upperBound <= bytes.count {
      if match.lowerBound > place { parts.append(Part(text: text(place..<match.lowerBound), isMatch: false)) }
      parts.append(Part(text: text(match), isMatch: true))
      place = match.upperBound
    }
    if place < bytes.count { parts.append(Part(text: text(place..<bytes.count), isMatch: false)) }
    return parts
  }
}
