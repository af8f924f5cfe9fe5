import CallRules
import ConsortiumMatching
import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import PartnerDiscovery
import ResearchProfiles

/// Whole consortia for an application: members, seats, alternates, rules, gaps, and what if somebody declines.
struct ConsortiumRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/applications/:receipt/consortium") { request, context in
      try context.account(withRole: .viewer)
      let application = try desk.application(in: context)
      return try renderer.page(
        "consortium", title: Bilingual("컨소시엄", "Consortium"), content(application, request.query, context), context)
    }
  }

  private struct Content: Sendable {
    struct StatedNeed: Sendable {
      var number: Int
      var statement: String
      var note: String
    }

    struct Contribution: Sendable {
      var need: Int
      var level: String
      var levelClass: String
      var evidence: EvidenceItem?
    }

    struct Alternate: Sendable {
      var name: String
      var address: String
      var change: String
    }

    struct Member: Sendable {
      var id: String
      var name: String
      var address: String
      var role: String
      var facts: [String]
      var isApplicant: Bool
      var worth: String?
      var contributions: [Contribution]
      var hasAlternates: Bool
      var alternates: [Alternate]
      var declineAddress: String?
    }

    struct Coverage: Sendable {
      var need: Int
      var statement: String
      var level: String
      var levelClass: String
      var note: String?
    }

    struct Rule: Sendable {
      var title: String
      var state: String
      var stateClass: String
      var isWished: Bool
      var missing: String?
      var reference: String?
    }

    struct Proposal: Sendable {
      var number: Int
      var proof: String
      var members: [Member]
      var coverage: [Coverage]
      var rules: [Rule]
    }

    var head: ApplicationHead
    var rules: [Choice]
    var sizes: [Choice]
    var pinned: [PageLayout.Link]
    var vetoed: [PageLayout.Link]
    var hasMarks: Bool
    var needs: [StatedNeed]
    var areNeedsGuessed: Bool
    var declined: String?
    var problem: String?
    var conflict: [String]
    var hasConflict: Bool
    var proposals: [Proposal]
    /// The same for printing.
    var printAddress: String
  }

  private func content(
    _ application: ForumApplication, _ fields: FormFields, _ context: DeskRequestContext
  ) throws -> Content {
    let language = context.language
    let chosenRules = fields["rules"] ?? ShippedRules.defaultName
    let chosenSize = fields["size"].flatMap { Int($0) }.flatMap { (3...6).contains($0) ? $0 : nil }
    let marks = try desk.store.marks(receipt: application.receipt)
    func marked(_ kind: PartnerMark.Kind) -> [OrganizationID] { marks.filter { $0.kind == kind }.map(\.organization) }
    func links(_ ids: [OrganizationID]) -> [PageLayout.Link] {
      ids.map { PageLayout.Link(label: desk.name(of: $0), address: SearchRoutes.address(of: $0)) }
    }
    var content = Content(
      head: ApplicationHead(application, tab: .consortium, language),
      rules: try desk.ruleBooks().map { name, book in
        Choice(value: name, label: Self.title(book.title, else: name, language), isChosen: name == chosenRules)
      },
      sizes: [Choice(value: "", label: Bilingual("규칙대로", "As the rules say")[language])]
        + (3...6).map { (size: Int) in
          Choice(
            value: "\(size)", label: Bilingual("\(size)곳", "\(size) members")[language], isChosen: size == chosenSize)
        }, pinned: links(marked(.pin)), vetoed: links(marked(.veto)),
      hasMarks: !marked(.pin).isEmpty || !marked(.veto).isEmpty,
      needs: [], areNeedsGuessed: false, conflict: [], hasConflict: false, proposals: [],
      printAddress: ApplicationHead.address(of: application.receipt) + "/proposal"
        + AddressText.query([("rules", chosenRules), ("size", chosenSize.map(String.init))]))
    guard let book = try desk.ruleBooks().first(where: { $0.name == chosenRules })?.book else {
      throw WebProblem.invalid(Bilingual("그런 규칙은 없습니다.", "There are no such rules."))
    }
    guard application.application.hasText, desk.live != nil else {
      content.problem = Bilingual("신청 내용이나 자료가 없습니다.", "There is no text to go by, or no data.")[language]
      return content
    }
    let declined = fields["decline"].map { OrganizationID($0) }
    let answer: ConsortiumAnswer
    do {
      answer = try desk.consortia(
        for: application, rules: book, size: chosenSize.map { $0...$0 }, pinned: marked(.pin), vetoed: marked(.veto),
        declined: declined)
    } catch let error as ConsortiumInputError {
      content.problem = Bilingual(error)[language]
      return content
    }
    let workbench = answer.workbench
    content.declined = declined.map { desk.name(of: $0) }
    content.needs = workbench.needs.enumerated().map { number, found in
      Content.StatedNeed(
        number: number + 1, statement: found.need.statement,
        note: [
          Bilingual(found.need.urgency)[language],
          found.origin == .stated ? nil : Bilingual("본문에서 읽음", "read from the text")[language],
        ].compactMap { $0 }.joined(separator: ", "))
    }
    content.areNeedsGuessed = workbench.needs.contains { $0.origin != .stated }
    content.conflict = (answer.plan.conflict?.demands ?? []).map {
      Self.text($0, book, workbench, language)
    }
    content.hasConflict = !content.conflict.isEmpty
    if answer.plan.proposals.isEmpty, !content.hasConflict {
      content.problem =
        Bilingual("조건에 맞는 구성을 찾지 못했습니다.", "No consortium was found within these demands.")[language]
    }
    let base = ApplicationHead.address(of: application.receipt) + "/consortium"
    content.proposals = answer.plan.proposals.enumerated().map { place, proposal in
      self.proposal(proposal, number: place + 1, workbench, book, language) { member in
        base
          + AddressText.query([
            ("rules", chosenRules), ("size", chosenSize.map(String.init)), ("decline", member.rawValue),
          ])
      }
    }
    return content
  }

  private func proposal(
    _ proposal: ConsortiumProposal, number: Int, _ workbench: ConsortiumWorkbench, _ book: RuleBook,
    _ language: Language, declineAddress: (OrganizationID) -> String
  ) -> Content.Proposal {
    let members = proposal.seats.map { seat -> Content.Member in
      let summary = workbench.summary(ofMember: seat.member)
      let isApplicant = seat.member == workbench.problem.applicantNumber
      return Content.Member(
        id: summary.id.rawValue, name: summary.name, address: SearchRoutes.address(of: summary.id),
        role: Bilingual(seat.role)[language], facts: summary.facts(in: language),
        isApplicant: isApplicant, worth: seat.marginalValue.map { "\($0)" },
        contributions: seat.contributions.filter { $0.level > .low || $0.isBest }.map { contribution in
          Content.Contribution(
            need: contribution.need + 1, level: Bilingual(contribution.level)[language],
            levelClass: contribution.level.badge,
            evidence: workbench.evidence(ofCandidate: seat.member, need: contribution.need).map {
              EvidenceItem($0.result, language)
            })
        }, hasAlternates: !seat.alternates.isEmpty,
        alternates: seat.alternates.map { alternate in
          let summary = workbench.summary(ofMember: alternate.candidate)
          return Content.Alternate(
            name: summary.name, address: SearchRoutes.address(of: summary.id),
            change: Self.change(alternate.valueChange, of: proposal.found.value)[language])
        }, declineAddress: isApplicant ? nil : declineAddress(summary.id))
    }
    let coverage = workbench.needs.indices.map { need in
      let level = proposal.coverage[need]
      let note: Bilingual? =
        level < .met
        ? Bilingual("아직 채우지 못함", "still uncovered")
        : (proposal.singleSupplierNeeds.contains(need) ? Bilingual("공급 기관이 한 곳뿐", "one supplier only") : nil)
      return Content.Coverage(
        need: need + 1, statement: workbench.needs[need].need.statement, level: Bilingual(level)[language],
        levelClass: level.badge, note: note?[language])
    }
    let rules = proposal.verdicts.map { verdict -> Content.Rule in
      let rule = book.rules[verdict.rule]
      let missing = Set(verdict.missing.map { Bilingual($0.field)[language] }).sorted().joined(separator: ", ")
      return Content.Rule(
        title: Self.title(rule.title, else: rule.id, language), state: Bilingual(verdict.state)[language],
        stateClass: verdict.state.badge, isWished: rule.strength == .wished,
        missing: missing.isEmpty ? nil : missing, reference: rule.reference.isEmpty ? nil : rule.reference)
    }
    let proof =
      proposal.found.isOptimal
      ? Bilingual("가장 나은 구성임을 확인함", "proven best")
      : Bilingual(
        "더 나은 구성이 있더라도 \(Number.decimal(proposal.found.gap * 100, places: 1)) % 이내",
        "at most \(Number.decimal(proposal.found.gap * 100, places: 1)) % below the best")
    return Content.Proposal(
      number: number, proof: proof[language], members: members, coverage: coverage, rules: rules)
  }

  /// What a proposal would gain or lose with somebody else on a seat, as a share of its value.
  private static func change(_ change: Int, of value: Int) -> Bilingual {
    let percent = value > 0 ? 100 * Double(change) / Double(value) : 0
    if abs(percent) < 1 { return Bilingual("거의 같음", "about as good") }
    let text = (percent > 0 ? "+" : "−") + Number.decimal(abs(percent), places: 0) + " %"
    return Bilingual(text, text)
  }

  private static func title(_ title: LocalizedText, else name: String, _ language: Language) -> String {
    title.isEmpty ? name : title.text(preferring: [language.rawValue])
  }

  private static func text(
    _ demand: RuleConflict.Demand, _ book: RuleBook, _ workbench: ConsortiumWorkbench, _ language: Language
  ) -> String {
    func names(_ members: [Int]) -> String {
      members.map { workbench.summary(ofMember: $0).name }.joined(separator: ", ")
    }
    switch demand {
    case .rule(let place): return title(book.rules[place].title, else: book.rules[place].id, language)
    case .size(let size):
      return Bilingual(
        "\(size.lowerBound)곳에서 \(size.upperBound)곳", "\(size.lowerBound) to \(size.upperBound) members")[language]
    case .pins(let members): return Bilingual("고정: ", "pinned: ")[language] + names(members)
    case .vetoes(let members): return Bilingual("제외: ", "vetoed: ")[language] + names(members)
    }
  }
}
