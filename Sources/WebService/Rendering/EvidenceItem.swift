import ForumDesk
import PartnerDiscovery
import ResearchProfiles
import Retrieval

/// A piece of evidence as the template `evidence-item` shows it.
struct EvidenceItem: Sendable {
  var kind: String
  var title: String
  var year: String?
  /// HTML: what matched is marked.
  var passage: String?
  var terms: String?

  init(_ result: EvidenceResult, terms: [String] = [], _ language: Language) {
    kind = Bilingual(result.kind)[language]
    title = result.title.isEmpty ? result.id.rawValue : result.title
    year = result.date.map { String($0.components.year) }
    passage = result.passage.map { Self.marked($0.text, matches: $0.matches) }
    self.terms = terms.isEmpty ? nil : terms.joined(separator: ", ")
  }

  /// A passage as HTML.
  ///
  /// - Parameter matches: ranges of UTF-8 bytes in ascending order.
  static func marked(_ passage: String, matches: [Range<Int>]) -> String {
    let bytes = Array(passage.utf8)
    func text(_ range: Range<Int>) -> String { HTMLText.escaped(String(decoding: bytes[range], as: UTF8.self)) }
    var html = ""
    var place = 0
    for match in matches where match.lowerBound >= place && match.upperBound <= bytes.count {
      html += text(place..<match.lowerBound) + "<mark>" + text(match) + "</mark>"
      place = match.upperBound
    }
    return html + text(place..<bytes.count)
  }
}
