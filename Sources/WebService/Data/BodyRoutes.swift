import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import PartnerDiscovery
import ResearchProfiles

/// Organisations that may be one body: both side by side with what speaks for it, a decision, and the way back.
struct BodyRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static let pairCount = 10
  private static let decisionCount = 50

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/bodies") { request, context in
      try context.account(withRole: .officer)
      return try renderer.page(
        "bodies", title: Bilingual("같은 기관 확인", "Merge review"), content(request.query, context),
        notice: request.query["done"] == nil ? nil : Bilingual("결정을 반영했습니다.", "The decision was applied."), context)
    }
    router.post("/desk/bodies") { request, context in
      let account = try context.account(withRole: .officer)
      let form = try await context.form(request, desk)
      guard let verdict = form["verdict"].flatMap(ForumDesk.BodyVerdict.init(rawValue:)),
        let primary = form["primary"], let other = form["other"]
      else { throw WebProblem.invalid(Bilingual("결정을 골라 주십시오.", "Choose a decision.")) }
      let isSwapped = form["keep"] == other
      _ = try await DataProblem.explained {
        try await desk.decide(
          verdict, OrganizationID(isSwapped ? other : primary), OrganizationID(isSwapped ? primary : other),
          reason: form["reason"].map { String($0.prefix(500)) }, actor: account.name)
      }
      return Response.seeOther("/desk/bodies?done=1")
    }
    router.post("/desk/bodies/split") { request, context in
      let account = try context.account(withRole: .officer)
      let form = try await context.form(request, desk)
      guard let id = form["id"] else { throw WebProblem.invalid(Bilingual("기관이 없습니다.", "No organisation is named.")) }
      try await DataProblem.explained {
        try await desk.split(
          OrganizationID(id), reason: form["reason"].map { String($0.prefix(500)) }, actor: account.name)
      }
      return Response.seeOther("/desk/bodies?done=1")
    }
  }

  private struct Content: Sendable {
    struct Fact: Sendable {
      var label: String
      var first: String
      var second: String
      var differs: Bool
    }

    struct Reason: Sendable {
      var name: String
      var detail: String
      var points: String
    }

    struct Pair: Sendable {
      var number: Int
      var primary: String
      var other: String
      var primaryName: String
      var otherName: String
      var primaryAddress: String
      var otherAddress: String
      var points: Int
      var facts: [Fact]
      var reasons: [Reason]
    }

    struct Decision: Sendable {
      var date: String
      var kind: String
      var kindClass: String
      var primary: PageLayout.Link
      var other: PageLayout.Link
      var decider: String
      var reasons: String
      var undoID: String?
      var isUndone: Bool
    }

    var total: Int
    var isEmpty: Bool
    var pairs: [Pair]
    var pager: Pager?
    var decisions: [Decision]
    var hasDecisions: Bool
    var decisionPager: Pager?
    var formToken: String
  }

  private func content(_ fields: FormFields, _ context: DeskRequestContext) throws -> Content {
    let language = context.language
    func number(_ name: String) -> Int { min(max(fields[name].flatMap { Int($0) } ?? 1, 1), 100_000) }
    let (page, decisionPage) = (number("page"), number("decisions"))
    let deciding = DecideBodies(workspace: desk.workspace)
    let waiting = desk.workspace.exists ? try deciding.waiting() : []
    let decisions = desk.workspace.exists ? Array(try deciding.decisions().reversed()) : []
    func address(_ page: Int, _ decisionPage: Int) -> String {
      "/desk/bodies" + AddressText.query([("page", "\(page)"), ("decisions", "\(decisionPage)")])
    }
    func link(_ id: OrganizationID) -> PageLayout.Link {
      let name = desk.name(of: id)
      return PageLayout.Link(
        label: name == id.rawValue ? name : "\(name) (\(id.rawValue))", address: SearchRoutes.address(of: id))
    }
    let start = (page - 1) * Self.pairCount
    return Content(
      total: waiting.count, isEmpty: waiting.isEmpty,
      pairs: waiting.enumerated().dropFirst(start).prefix(Self.pairCount).map { place, held in
        Self.pair(held, number: place + 1, language)
      },
      pager: Pager(page: page, size: Self.pairCount, total: waiting.count, language) { address($0, decisionPage) },
      decisions: decisions.dropFirst((decisionPage - 1) * Self.decisionCount).prefix(Self.decisionCount).map {
        decision in
        Content.Decision(
          date: "\(decision.date)",
          kind: (decision.kind == "merged" ? Bilingual("합침", "merged") : Bilingual("따로 둠", "kept apart"))[language],
          kindClass: decision.kind == "merged" ? "kind" : "fair", primary: link(decision.primary),
          other: link(decision.other),
          decider: (decision.decider == "rules" ? Bilingual("규칙", "rules") : Bilingual("담당자", "officer"))[language],
          reasons: decision.reasons.map { reason in
            reason.kind == "decision"
              ? reason.detail : "\(Bilingual(resolutionReason: reason.kind)[language]): \(reason.detail)"
          }.joined(separator: " · "),
          undoID: decision.kind == "merged" && !decision.isUndone ? decision.other.rawValue : nil,
          isUndone: decision.isUndone)
      }, hasDecisions: !decisions.isEmpty,
      decisionPager: Pager(page: decisionPage, size: Self.decisionCount, total: decisions.count, language) {
        address(page, $0)
      }, formToken: context.formToken)
  }

  private static func pair(_ held: HeldBodies, number: Int, _ language: Language) -> Content.Pair {
    func name(_ profile: OrganizationProfile) -> String {
      profile.names.isEmpty ? profile.id.rawValue : profile.names.text(preferring: [language.rawValue])
    }
    func text(_ value: String?) -> String { value.flatMap { $0.isEmpty ? nil : $0 } ?? "–" }
    var facts: [Content.Fact] = []
    func fact(_ label: Bilingual, _ value: (OrganizationProfile) -> String?) {
      let (first, second) = (value(held.primary), value(held.other))
      if first == nil, second == nil { return }
      facts.append(
        Content.Fact(
          label: label[language], first: text(first), second: text(second),
          // Ids always differ, and that says nothing.
          differs: first != nil && second != nil && first != second && first != held.primary.id.rawValue))
    }
    func joined(_ values: [String]) -> String? { values.isEmpty ? nil : values.joined(separator: " / ") }
    fact(Bilingual("식별자", "Id")) { $0.id.rawValue }
    fact(Bilingual("이름", "Names")) { joined($0.names.entries.map(\.text)) }
    fact(Bilingual("다른 이름", "Also called")) { joined($0.aliases) }
    fact(Bilingual("번호", "Identifiers")) { joined($0.identifiers.map { "\($0.scheme) \($0.value)" }) }
    fact(Bilingual("유형", "Kind")) { $0.kind.map { Bilingual($0)[language] } }
    fact(Bilingual("나라", "Country")) { $0.country }
    fact(Bilingual("지역", "Region")) { $0.region }
    fact(Bilingual("도시", "City")) { $0.city }
    fact(Bilingual("규모", "Size")) { $0.sizeClass }
    fact(Bilingual("누리집", "Home page")) { $0.homepage }
    fact(Bilingual("상위 기관", "Parent")) { $0.parent?.rawValue }
    fact(Bilingual("소개", "Summary")) {
      $0.summary.isEmpty ? nil : String($0.summary.text(preferring: [language.rawValue]).prefix(300))
    }
    return Content.Pair(
      number: number, primary: held.primary.id.rawValue, other: held.other.id.rawValue, primaryName: name(held.primary),
      otherName: name(held.other), primaryAddress: SearchRoutes.address(of: held.primary.id),
      otherAddress: SearchRoutes.address(of: held.other.id), points: held.points, facts: facts,
      reasons: held.reasons.map {
        Content.Reason(
          name: Bilingual(resolutionReason: $0.kind)[language], detail: $0.detail,
          points: $0.points > 0 ? "+\($0.points)" : "\($0.points)")
      })
  }
}
