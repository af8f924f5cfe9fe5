import ForumDesk
import PartnerDiscovery
import ResearchFields
import ResearchProfiles
import Retrieval

/// Results as people read them.
enum ResultText {
  static func heading(_ organization: OrganizationSummary) -> String {
    let facts = [organization.kind.map { both(Bilingual($0)) }, organization.country, organization.region].compactMap {
      $0
    }
    return Terminal.bold(organization.name) + " [\(organization.id)]"
      + (facts.isEmpty ? "" : " " + facts.joined(separator: ", "))
  }

  /// A word in both languages, English first.
  static func both(_ name: Bilingual) -> String { "\(name.inSentence.english) \(name.korean)" }

  static func evidence(_ result: EvidenceResult, role: ParticipationRole? = nil, terms: [String] = []) -> [String] {
    let facts = [
      both(Bilingual(result.kind)), result.date.map { String($0.components.year) }, role.map { both(Bilingual($0)) },
    ].compactMap { $0 }
    var lines = [
      "\(result.title.isEmpty ? result.id.rawValue : result.title) [\(result.id)] \(facts.joined(separator: ", "))"
    ]
    if let passage = result.passage { lines.append(highlighted(passage)) }
    if !terms.isEmpty { lines.append(Terminal.faint("terms: " + terms.joined(separator: ", "))) }
    return lines
  }

  /// The fields of research in one line; none where there are none.
  static func fields(_ fields: [ResultField]) -> [String] {
    if fields.isEmpty { return [] }
    let names = fields.map { found in
      let share =
        switch found.basis {
        case .codes: ""
        case .text: found.confidence.map { " (by text, \(Int(($0 * 100).rounded())) %)" } ?? ""
        case .evidence: found.evidenceCount.map { " (\($0))" } ?? ""
        }
      return "\(found.field.korean) \(found.field.english)\(share)"
    }
    return [Terminal.faint("fields: " + names.joined(separator: "; "))]
  }

  /// The passage with its matches in bold on a terminal, between guillemets elsewhere nothing.
  private static func highlighted(_ passage: ResultPassage) -> String {
    guard Terminal.outputIsTerminal else { return "“\(passage.text)”" }
    let bytes = Array(passage.text.utf8)
    var text = ""
    var next = 0
    for match in passage.matches where match.lowerBound >= next && match.upperBound <= bytes.count {
      text += String(decoding: bytes[next..<match.lowerBound], as: UTF8.self)
      text += Terminal.bold(String(decoding: bytes[match], as: UTF8.self))
      next = match.upperBound
    }
    return "“" + text + String(decoding: bytes[next...], as: UTF8.self) + "”"
  }

  static func indented(_ lines: [String], by count: Int) -> String {
    lines.map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
  }
}
