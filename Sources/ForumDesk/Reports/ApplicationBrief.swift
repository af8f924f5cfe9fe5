public import ForumRecords
import PartnerDiscovery
import ResearchProfiles

/// What a counsellor or an officer takes to the table: one application with what it asks for and brings, who fits, why, and in
/// which words, and what the clinic found.
///
/// Mail addresses and telephone numbers are taken out of all texts; a contact stands in it only where the caller passes one.
public struct ApplicationBrief: Hashable, Sendable {
  /// A contact that may be shown, and by what right.
  public struct ShownContact: Hashable, Sendable {
    public var details: ContactDetails
    public var consent: Consent

    /// `nil` where the consent is not live, is of another application, or names none of the contact's items; else only the items
    /// that it names.
    public init?(_ details: ContactDetails, consent: Consent, at time: ForumTime) {
      guard consent.isLive(at: time), consent.receipt == details.receipt else { return nil }
      let items = consent.items.filter { $0 != "application" }
      if items.isEmpty { return nil }
      self.details = details.limited(to: items)
      self.consent = consent
    }
  }

  public var application: ForumApplication
  public var partners: [BriefPartner]
  /// Sentences of the clinic.
  public var findings: [Bilingual]
  /// The name of the application's field of research.
  public var fieldName: Bilingual?
  public var contact: ShownContact?

  public init(
    application: ForumApplication, partners: [BriefPartner], findings: [Bilingual] = [], fieldName: Bilingual? = nil,
    contact: ShownContact? = nil
  ) {
    self.application = application
    self.partners = partners
    self.findings = findings
    self.fieldName = fieldName
    self.contact = contact
  }

  public func report(made: ForumTime) -> Report {
    let content = application.application
    var sections = [
      ReportSection(id: "application", heading: Bilingual("신청", "Application"), blocks: facts),
      ReportSection(
        id: "needs", heading: Bilingual("필요한 것", "Needs"), blocks: statements(content.needs)),
      ReportSection(
        id: "offers", heading: Bilingual("제공할 것", "Offers"), blocks: statements(content.offers, hasUrgency: false)),
    ]
    if let contact { sections.append(Self.section(contact)) }
    sections.append(
      ReportSection(id: "partners", heading: Bilingual("추천 협력기관", "Suggested partners"), blocks: partnerBlocks))
    sections.append(
      ReportSection(
        id: "clinic", heading: Bilingual("신청서 점검 결과", "Findings of the clinic"),
        blocks: findings.isEmpty
          ? [.paragraph(Bilingual("지적할 점이 없습니다.", "Nothing to remark."))] : [.list(findings.map(withheld))]))
    var report = Report(
      kind: .applicationBrief, title: Bilingual(both: withheld(content.title.isEmpty ? content.id : content.title)),
      subtitle: Bilingual("공동연구 신청 요약 · \(application.receipt)", "Application brief · \(application.receipt)"),
      made: made, sections: sections)
    report.hasPersonalData = contact != nil
    return report
  }

  private var facts: [ReportBlock] {
    let content = application.application
    var facts = [
      ReportFact(Bilingual("접수번호", "Receipt"), application.receipt),
      ReportFact(Bilingual("접수 시각", "Received"), application.submitted.description),
      ReportFact(Bilingual("상태", "Status"), Bilingual(application.status)),
      ReportFact(
        Bilingual("신청기관", "Applicant"), withheld(content.applicant?.name ?? content.applicant?.id?.rawValue ?? "–")),
      ReportFact(Bilingual("기관 유형", "Kind"), Bilingual(content.applicant?.kind)),
    ]
    if let region = application.region {
      facts.append(ReportFact(Bilingual("지역", "Region"), withheld(Bilingual(region: region))))
    }
    if let fieldName { facts.append(ReportFact(Bilingual("분야", "Field"), fieldName)) }
    if let level = application.readinessLevel {
      facts.append(ReportFact(Bilingual("기술성숙도 (TRL)", "Readiness (TRL)"), level))
    }
    if let budget = application.budgetMillionWon {
      facts.append(ReportFact(Bilingual("예산", "Budget"), Bilingual("\(budget)백만 원", "\(budget) million won")))
    }
    if !application.wantedKinds.isEmpty {
      facts.append(
        ReportFact(
          Bilingual("희망 협력기관", "Partners wanted"), Bilingual(joining: application.wantedKinds.map { Bilingual($0) })))
    }
    if !application.wantedRegions.isEmpty {
      facts.append(
        ReportFact(Bilingual("희망 지역", "Regions wanted"), withheld(application.wantedRegions.joined(separator: ", "))))
    }
    if !application.courses.isEmpty {
      facts.append(
        ReportFact(Bilingual("교육과정", "Courses"), Bilingual(joining: application.courses.map { Bilingual($0) })))
    }
    var blocks: [ReportBlock] = [.facts(facts)]
    if !content.summary.isEmpty { blocks.append(.paragraph(Bilingual(both: withheld(content.summary)))) }
    if !content.keywords.isEmpty {
      blocks.append(
        .facts([ReportFact(Bilingual("핵심어", "Keywords"), withheld(content.keywords.joined(separator: ", ")))]))
    }
    return blocks
  }

  private func statements(_ statements: [Need], hasUrgency: Bool = true) -> [ReportBlock] {
    if statements.isEmpty { return [.paragraph(Bilingual("적지 않았습니다.", "None stated."))] }
    return [
      .list(
        statements.map { need in
          let (text, urgency) = (withheld(need.statement), Bilingual(need.urgency))
          if !hasUrgency { return Bilingual(both: text) }
          return Bilingual("\(text) (\(urgency.korean))", "\(text) (\(urgency.english))")
        })
    ]
  }

  private static func section(_ contact: ShownContact) -> ReportSection {
    let details = contact.details
    let values: [(String, String?)] = [
      ("name", details.personName), ("position", details.position), ("department", details.department),
      ("email", details.email), ("phone", details.phone),
    ]
    var facts: [ReportFact] = []
    for (item, value) in values {
      if let value, !value.isEmpty { facts.append(ReportFact(Bilingual(consentItem: item), value)) }
    }
    let until = contact.consent.validUntil.seoulDate.description
    let recipient = Bilingual(recipient: contact.consent.recipient)
    return ReportSection(
      id: "contact", heading: Bilingual("연락처", "Contact"),
      blocks: [
        .facts(facts),
        .paragraph(
          Bilingual(
            "제공받는 자: \(recipient.korean) · 목적: \(contact.consent.purpose) · 동의 유효기간: \(until)까지",
            "Recipient: \(recipient.english) · purpose: \(contact.consent.purpose) · consent valid until \(until)")),
      ])
  }

  private var partnerBlocks: [ReportBlock] {
    if partners.isEmpty {
      return [.paragraph(Bilingual("근거가 있는 기관을 찾지 못했습니다.", "No organisation with evidence was found."))]
    }
    var blocks: [ReportBlock] = [
      .table(
        ReportTable(
          caption: Bilingual("추천 순위", "Ranking"),
          columns: [
            .init(Bilingual("순위", "Rank"), isNumber: true), .init(Bilingual("기관", "Organisation")),
            .init(Bilingual("유형", "Kind")), .init(Bilingual("지역", "Region")), .init(Bilingual("적합도", "Level")),
            .init(Bilingual("신청자 답변", "Applicant's answer")),
          ],
          rows: partners.map { partner in
            [
              Bilingual(partner.rank), Bilingual(both: partner.organization.name), Bilingual(partner.organization.kind),
              partner.organization.place ?? Bilingual(both: partner.organization.country ?? "–"),
              Bilingual(partner.level), Bilingual(partner.interest),
            ]
          }))
    ]
    for partner in partners {
      blocks.append(.heading(Bilingual(both: "\(partner.rank). \(partner.organization.name)")))
      if !partner.reasons.isEmpty { blocks.append(.list(partner.reasons.map(withheld))) }
      for quotation in partner.quotations {
        let year = quotation.year.map { ", \($0)" } ?? ""
        let (kind, role) = (Bilingual(quotation.kind), Bilingual(quotation.role))
        let title = withheld(quotation.title)
        blocks.append(
          .quotation(
            text: withheld(quotation.text ?? quotation.title),
            source: Bilingual(
              "\(kind.korean) “\(title)”\(year), \(role.korean)", "\(kind.english) “\(title)”\(year), \(role.english)"))
        )
      }
    }
    return blocks
  }

  private func withheld(_ text: String) -> String { PublicText(text).text }

  private func withheld(_ text: Bilingual) -> Bilingual { Bilingual(withheld(text.korean), withheld(text.english)) }
}
