import ConsortiumMatching
public import ForumRecords
import PartnerDiscovery
import ResearchProfiles

extension ConsortiumSheet {
  public func report(made: ForumTime) -> Report {
    Report(
      kind: .consortiumProposal, title: Bilingual(both: withheld(title.isEmpty ? receipt : title)),
      subtitle: Bilingual(
        "컨소시엄 제안 · \(receipt) · \(callTitle.korean)", "Consortium proposal · \(receipt) · \(callTitle.english)"),
      made: made,
      sections: [
        ReportSection(id: "members", heading: Bilingual("구성원과 역할", "Members and roles"), blocks: memberBlocks),
        ReportSection(id: "coverage", heading: Bilingual("필요별 충족", "Coverage of needs"), blocks: coverageBlocks),
        ReportSection(id: "rules", heading: Bilingual("공고 조건", "Rules of the call"), blocks: ruleBlocks),
        ReportSection(id: "alternates", heading: Bilingual("대체 기관", "Alternates"), blocks: alternateBlocks),
      ])
  }

  private var memberBlocks: [ReportBlock] {
    let table = ReportTable(
      caption: Bilingual("구성원", "Members"),
      columns: [
        .init(Bilingual("기관", "Organisation")), .init(Bilingual("역할", "Role")), .init(Bilingual("유형", "Kind")),
        .init(Bilingual("지역", "Region")), .init(Bilingual("맡는 필요", "Needs it meets")),
      ],
      rows: members.map { member in
        let met = member.levels.keys.sorted().map { need in
          let level = Bilingual(member.levels[need] ?? .none)
          return Bilingual("\(need + 1)번 \(level.korean)", "no. \(need + 1) \(level.inSentence.english)")
        }
        var name = Bilingual(both: member.organization.name)
        if member.isApplicant { name = Bilingual("\(name.korean) (신청기관)", "\(name.english) (applicant)") }
        if member.isPinned { name = Bilingual("\(name.korean) (고정)", "\(name.english) (pinned)") }
        return [
          name, Bilingual(member.role), Bilingual(member.organization.kind),
          member.organization.place ?? Bilingual(both: member.organization.country ?? "–"),
          met.isEmpty ? Bilingual(both: "–") : Bilingual(joining: met),
        ]
      })
    var blocks: [ReportBlock] = [.table(table)]
    for member in members where !member.evidence.isEmpty {
      blocks.append(.heading(Bilingual(both: member.organization.name)))
      blocks.append(.list(member.evidence.map { Bilingual(withheld($0.korean), withheld($0.english)) }))
    }
    return blocks
  }

  private var coverageBlocks: [ReportBlock] {
    if needs.isEmpty { return [.paragraph(Bilingual("적은 필요가 없습니다.", "No needs are stated."))] }
    let table = ReportTable(
      caption: Bilingual("필요별 충족 수준", "Level by need"),
      columns: [
        .init(Bilingual("번호", "No."), isNumber: true), .init(Bilingual("필요", "Need")),
        .init(Bilingual("구분", "Urgency")), .init(Bilingual("수준", "Level")), .init(Bilingual("담당", "Met by")),
      ],
      rows: needs.indices.map { need in
        let suppliers = members.filter { ($0.levels[need] ?? .none) >= .met }.map(\.organization.name)
        return [
          Bilingual(need + 1), Bilingual(both: withheld(needs[need].statement)),
          Bilingual(needs[need].isRequired ? .required : .wished), Bilingual(coverage[need]),
          Bilingual(both: suppliers.isEmpty ? "–" : suppliers.joined(separator: ", ")),
        ]
      })
    var blocks: [ReportBlock] = [.table(table)]
    let open = coverage.indices.filter { coverage[$0] < .met }
    if !open.isEmpty {
      let numbers = open.map { "\($0 + 1)" }.joined(separator: ", ")
      blocks.append(
        .paragraph(
          Bilingual(
            "충족되지 않은 필요: \(numbers)번. 기관을 더 찾아야 합니다.", "Needs not met: no. \(numbers). More partners must be found.")))
    }
    if !singleSupplierNeeds.isEmpty {
      let numbers = singleSupplierNeeds.map { "\($0 + 1)" }.joined(separator: ", ")
      blocks.append(
        .paragraph(
          Bilingual("한 기관만 충족하는 필요: \(numbers)번.", "Needs that one member alone meets: no. \(numbers).")))
    }
    return blocks
  }

  private var ruleBlocks: [ReportBlock] {
    if rules.isEmpty { return [.paragraph(Bilingual("적용할 조건이 없습니다.", "No rules apply."))] }
    let counts = RuleStateCounts(rules.map(\.state))
    return [
      .paragraph(counts.sentence),
      .table(
        ReportTable(
          caption: Bilingual("조건별 판정", "Verdicts by rule"),
          columns: [
            .init(Bilingual("조건", "Rule")), .init(Bilingual("구분", "Strength")), .init(Bilingual("판정", "Verdict")),
            .init(Bilingual("관련 기관과 확인할 사항", "Members and facts to look up")), .init(Bilingual("근거", "Reference")),
          ],
          rows: rules.map { rule in
            let facts = rule.missing.map { Bilingual($0) }
            let concerned = rule.members.map { Bilingual(both: $0) } + facts
            return [
              rule.title, Bilingual(rule.isRequired ? .required : .wished),
              Bilingual(rule.state), concerned.isEmpty ? Bilingual(both: "–") : Bilingual(joining: concerned),
              Bilingual(both: rule.reference.isEmpty ? "–" : rule.reference),
            ]
          })),
    ]
  }

  private var alternateBlocks: [ReportBlock] {
    let seats = members.filter { !$0.alternates.isEmpty }
    if seats.isEmpty { return [.paragraph(Bilingual("대체할 기관이 없습니다.", "There are none."))] }
    return [
      .table(
        ReportTable(
          caption: Bilingual("자리를 대신할 수 있는 기관", "Who could take a seat"),
          columns: [.init(Bilingual("구성원", "Member")), .init(Bilingual("대체 기관 (나은 순)", "Alternates, best first"))],
          rows: seats.map { seat in
            [
              Bilingual(both: seat.organization.name),
              Bilingual(both: seat.alternates.map(\.name).joined(separator: ", ")),
            ]
          }))
    ]
  }

  private func withheld(_ text: String) -> String { PublicText(text).text }
}

/// How many rules stand how.
struct RuleStateCounts: Equatable {
  var met = 0
  var notMet = 0
  var unknown = 0

  init(_ states: [RuleVerdict.State]) {
    for state in states {
      switch state {
      case .met: met += 1
      case .notMet: notMet += 1
      case .unknown: unknown += 1
      }
    }
  }

  var sentence: Bilingual {
    Bilingual(
      "조건 \(met + notMet + unknown)개 가운데 충족 \(met), 미충족 \(notMet), 확인 필요 \(unknown).",
      "Of \(met + notMet + unknown) rules \(met) are met, \(notMet) are not, \(unknown) are unknown.")
  }
}
