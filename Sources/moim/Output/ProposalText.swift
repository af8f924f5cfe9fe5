import CallRules
import ConsortiumMatching
import ForumDesk
import PartnerDiscovery
import ResearchProfiles

/// Proposals as people read them, Korean words beside English ones.
struct ProposalText {
  private let workbench: ConsortiumWorkbench
  private let book: RuleBook

  init(_ workbench: ConsortiumWorkbench, _ book: RuleBook) {
    self.workbench = workbench
    self.book = book
  }

  func text(_ plan: ConsortiumPlan) -> String {
    let application = workbench.application
    var lines = [
      Terminal.bold("\(application.id)  \(application.title)") + "  (\(workbench.candidateCount) candidates)",
      "rules 규칙: \(RuleBook.title(book.title, else: book.name))", "needs 수요:",
    ]
    for (number, found) in workbench.needs.enumerated() {
      let urgency = ResultText.both(Bilingual(found.need.urgency))
      lines.append("  \(number + 1). \(found.need.statement)  [\(urgency), \(Self.originName(found.origin))]")
    }
    if workbench.needs.contains(where: { $0.origin != .stated }) {
      lines.append("  These needs were read from the text: look at them with --show-needs and state them.")
    }
    for (number, proposal) in plan.proposals.enumerated() {
      lines.append("")
      lines += text(proposal, title: "proposal 제안 \(number + 1)")
    }
    if plan.proposals.isEmpty { lines += noProposal(plan) }
    return lines.joined(separator: "\n") + "\n"
  }

  func text(_ declined: DeclinedPlan) -> String {
    let name = workbench.summary(ofMember: declined.declined).name
    var lines = [Terminal.bold("if \(name) declines 불참 시")]
    for (title, plan) in [("the others stay 나머지 유지", declined.kept), ("planned anew 다시 구성", declined.anew)] {
      guard let proposal = plan.proposals.first else {
        lines.append("  \(title): nothing is possible")
        continue
      }
      let names = proposal.seats.map { workbench.summary(ofMember: $0.member).name }
      lines.append("  \(title): \(names.joined(separator: " · ")), value \(proposal.found.value)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(_ proposal: ConsortiumProposal, title: String) -> [String] {
    let proof =
      proposal.found.isOptimal
      ? "proven best 최적 확인, gap 0" : "not proven best, gap at most \(Format.decimal(proposal.found.gap * 100, 2)) %"
    var lines = [
      Terminal.bold(title) + "  \(proposal.seats.count) members, value \(proposal.found.value) (\(proof))"
    ]
    for (number, seat) in proposal.seats.enumerated() { lines += text(seat, number: number + 1) }
    lines.append("   needs 수요별 근거:")
    for need in workbench.needs.indices {
      let level = proposal.coverage[need]
      var note = ""
      if proposal.singleSupplierNeeds.contains(need) { note = "  (one supplier only 단일 공급)" }
      if level < .met { note = "  (still uncovered 미충족)" }
      lines.append("     \(need + 1). \(level.name) \(level.koreanName)\(note)")
    }
    lines.append("   rules 규칙:")
    for verdict in proposal.verdicts { lines.append("     " + text(verdict)) }
    return lines
  }

  private func text(_ seat: ConsortiumProposal.Seat, number: Int) -> [String] {
    let summary = workbench.summary(ofMember: seat.member)
    var head = " \(number). \(seat.role.name) \(seat.role.koreanName): \(ResultText.heading(summary))"
    if seat.member == workbench.problem.applicantNumber { head += "  applicant 신청 기관" }
    if let value = seat.marginalValue { head += "  worth \(value)" }
    var lines = [head]
    for contribution in seat.contributions where contribution.level > .low || contribution.isBest {
      let mark = contribution.isBest ? "" : ", backup 보완"
      lines.append(
        "     need \(contribution.need + 1): \(contribution.level.name) \(contribution.level.koreanName)\(mark)")
      if let evidence = workbench.evidence(ofCandidate: seat.member, need: contribution.need) {
        lines.append(ResultText.indented(ResultText.evidence(evidence.result, role: evidence.role), by: 7))
      }
    }
    if !seat.alternates.isEmpty {
      let names = seat.alternates.map { alternate in
        let summary = workbench.summary(ofMember: alternate.candidate)
        return "\(summary.name) [\(summary.id)] (\(alternate.valueChange))"
      }
      lines.append("     instead 대안: " + names.joined(separator: ", "))
    }
    return lines
  }

  private func text(_ verdict: RuleVerdict) -> String {
    let rule = book.rules[verdict.rule]
    var line = "\(ResultText.both(Bilingual(verdict.state))): \(RuleBook.title(rule.title, else: rule.id))"
    if rule.strength == .wished { line += " (\(ResultText.both(Bilingual(Need.Urgency.wished))))" }
    if let found = verdict.found.flatMap({ Self.found($0, rule.requirement) }) { line += ", found \(found)" }
    if case .governmentShare(let limits) = rule.requirement {
      line +=
        ", at most "
        + SizeClass.allCases.compactMap { size in limits[size].map { "\(size.rawValue) \($0) %" } }.joined(
          separator: ", ")
    }
    if !verdict.missing.isEmpty { line += "; missing 누락: " + missing(verdict) }
    if !rule.reference.isEmpty { line += "  [\(rule.reference)]" }
    return line
  }

  /// What was counted, where that says something to a reader.
  private static func found(_ count: Int, _ requirement: Requirement) -> String? {
    switch requirement {
    case .size, .members, .distinct: "\(count)"
    case .share: "\(count) %"
    case .lead, .governmentShare, .load, .independent, .excluded: nil
    }
  }

  private func missing(_ verdict: RuleVerdict) -> String {
    let fields = MemberFacts.Field.allCases.filter { field in verdict.missing.contains { $0.field == field } }
    return fields.map { field in
      let names = verdict.missing.filter { $0.field == field }.compactMap(\.member).map {
        workbench.summary(ofMember: $0).name
      }
      return field.rawValue + (names.isEmpty ? "" : " of \(names.joined(separator: ", "))")
    }.joined(separator: "; ")
  }

  private func noProposal(_ plan: ConsortiumPlan) -> [String] {
    guard let conflict = plan.conflict else {
      return ["", "no consortium was found within the limits; try a smaller --pool or a narrower --size"]
    }
    return [
      "",
      Terminal.bold("no consortium keeps these demands together 함께 충족할 수 없는 조건")
        + (conflict.isMinimal ? " (leave out any one of them and the others can be kept):" : ":"),
    ] + conflict.demands.map { "  - " + workbench.sentence(for: $0, book) }
  }

  static func originName(_ origin: NeedExtractor.Origin) -> String {
    switch origin {
    case .stated: "stated 명시"
    case .request: "read from a request 요청 문장"
    case .sentence: "read from the text 본문 문장"
    case .keyword: "keyword 핵심어"
    }
  }
}
