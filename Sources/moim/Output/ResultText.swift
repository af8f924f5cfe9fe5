import PartnerDiscovery
import ResearchFields
import ResearchProfiles
import Retrieval

/// Results as people read them.
enum ResultText {
  static func heading(_ organization: OrganizationSummary) -> String {
    let facts = [organization.kind.map(kindName), organization.country, organization.region].compactMap { $0 }
    return Terminal.bold(organization.name) + " [\(organization.id)]"
      + (facts.isEmpty ? "" : " " + facts.joined(separator: ", "))
  }

  static func kindName(_ kind: OrganizationKind) -> String {
    switch kind {
    case .company: "company 기업"
    case .university: "university 대학"
    case .institute: "institute 연구소"
    case .public: "public body 공공"
    case .other: "other 기타"
    }
  }

  static func roleName(_ role: ParticipationRole) -> String {
    switch role {
    case .coordinator: "coordinator 주관"
    case .participant: "participant 공동"
    case .subcontractor: "subcontractor 위탁"
    case .associatedPartner: "associated partner 협력"
    case .thirdParty: "third party"
    case .funder: "funder 지원"
    case .owner: "owner 보유"
    case .author: "author 저자"
    case .publisher: "publisher 발행"
    }
  }

  static func evidenceName(_ kind: EvidenceKind) -> String {
    switch kind {
    case .project: "project 과제"
    case .patent: "patent 특허"
    case .publication: "publication 논문"
    case .product: "product 제품"
    case .equipment: "equipment 장비"
    case .statement: "statement 소개"
    }
  }

  static func evidence(_ result: EvidenceResult, role: ParticipationRole? = nil, terms: [String] = []) -> [String] {
    let facts = [
      evidenceName(result.kind), result.date.map { String($0.components.year) }, role.map(roleName),
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
