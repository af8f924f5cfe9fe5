import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import PartnerDiscovery
import PartnerRanking

/// The ranking policy: which one holds, since when, by whom, what its choices cost, and putting another in force.
struct PolicyRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static let shipped = ForumDesk.shippedPolicyHash

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/administration/policies") { request, context in
      try context.account(withRole: .administrator)
      return try policyPage(notice: GoverningFiles.notice(request.query["done"]), context)
    }
    router.get("/desk/administration/policies/file") { request, context in
      try context.account(withRole: .administrator)
      let text = try policyText(hash: request.query["hash"])
      return Download.response(Array(text.content.utf8), type: "application/json", name: text.name + ".json")
    }
    router.post("/desk/administration/policies") { request, context in
      let account = try context.account(withRole: .administrator)
      let form = try await context.form(request, desk)
      return try putPolicy(form["name"] ?? "", form["content"] ?? "", account, context)
    }
    router.post("/desk/administration/policies/restore") { request, context in
      let account = try context.account(withRole: .administrator)
      let text = try policyText(hash: try await context.form(request, desk)["hash"])
      return try putPolicy(text.name, text.content, account, context)
    }
  }

  private func policyText(hash: String?) throws -> (name: String, content: String) {
    if hash == Self.shipped { return (Self.shipped, try ForumDesk.shippedPolicyText()) }
    guard let hash, let record = try desk.store.policies().first(where: { $0.hash == hash }) else {
      throw WebProblem.notFound(Bilingual("추천 기준", "policy"))
    }
    return (record.name, record.content)
  }

  private func putPolicy(
    _ name: String, _ content: String, _ account: UserAccount, _ context: DeskRequestContext
  ) throws -> Response {
    func refused(_ text: String) throws -> Response {
      try policyPage(draft: .init(name: name, content: content, mistakes: [.init(text: text)]), context)
    }
    if let problem = GoverningFiles.problem(
      name: name, content: content, emptyProblem: Bilingual("기준 파일의 내용을 넣어 주십시오.", "Enter the policy."))
    {
      return try refused(problem[context.language])
    }
    do {
      try desk.putPolicyInForce(content, name: name, actor: account.name)
    } catch let error as PolicyFileError {
      return try refused(Bilingual(error)[context.language])
    }
    return Response.seeOther(AdministrationTab.policies.address + "?done=1")
  }

  private struct PolicyContent: Sendable {
    struct Price: Sendable {
      var choice: String
      var quality: String
      var change: String
      var newcomers: String
      var concentration: String
    }

    var tabs: [PageLayout.Link]
    var inForce: String
    var pairs: [LabelledText]
    var prices: [Price]
    var hasPrices: Bool
    var files: GoverningFiles
    var formToken: String
  }

  private func policyPage(
    notice: Bilingual? = nil, draft: GoverningFiles.Draft = .init(), _ context: DeskRequestContext
  ) throws -> Response {
    let language = context.language
    let current = try desk.policyNow()
    let prices = PolicyPrice.prices(of: current.policy)
    let sliders = PolicySliders.Name.allCases.map { slider in
      LabelledText(
        label: Bilingual(policyChoice: slider.rawValue)[language],
        value: Number.decimal(current.policy.sliders[slider], places: 2))
    }
    let lane = current.policy.lane
    let content = PolicyContent(
      tabs: AdministrationTab.links(current: .policies, language),
      inForce: current.record.map {
        Bilingual(
          "\($0.name) (\($0.since.minute) \($0.by))", "\($0.name) (\($0.since.minute) by \($0.by))")[
            language]
      } ?? Bilingual("모임에 들어 있는 기준", "the policy that Moim ships with")[language],
      pairs: sliders + [
        .init(
          label: Bilingual(policyChoice: "newcomer_share")[language],
          value: lane.isOn ? Number.percent(lane.share) : Bilingual("두지 않음", "none")[language]),
        .init(
          label: Bilingual(policyChoice: "cap_share")[language],
          value: current.policy.capShare.map { Number.percent($0) } ?? Bilingual("두지 않음", "none")[language]),
      ],
      prices: prices.map { price in
        let relative = price.with.normalizedGain10 / max(price.without.normalizedGain10, 1e-9) - 1
        func change(_ path: KeyPath<TrainingRecord.Scores, Double>, _ places: Int) -> String {
          "\(Number.decimal(price.without[keyPath: path], places: places)) → "
            + Number.decimal(price.with[keyPath: path], places: places)
        }
        return PolicyContent.Price(
          choice: "\(Bilingual(policyChoice: price.choice.name)[language]) \(price.choice.position)",
          quality: change(\.normalizedGain10, 3),
          change: (relative < 0 ? "" : "+") + Number.decimal(100 * relative, places: 1) + " %",
          newcomers: change(\.newcomerRecall10, 3), concentration: change(\.topTenShare, 2))
      }, hasPrices: !prices.isEmpty,
      files: GoverningFiles(draft, past: try past(language), tab: .policies), formToken: context.formToken)
    return try renderer.page(
      "policies", title: Bilingual("추천 기준", "Ranking policy"), content,
      status: draft.mistakes.isEmpty ? .ok : .badRequest, notice: notice, scripts: ["data.js"], context)
  }

  /// Those that were put in force, the latest first, and the one that Moim ships with.
  private func past(_ language: Language) throws -> [GoverningFiles.Past] {
    let records = try desk.store.policies()
    return records.enumerated().map { place, record in
      .init(
        name: record.name, since: record.since.minute, by: record.by, hash: record.hash,
        address: GoverningFiles.address(of: record.hash, tab: .policies), isInForce: place == 0)
    } + [
      .init(
        name: Bilingual("모임에 들어 있는 기준", "shipped with Moim")[language], since: nil, by: nil, hash: Self.shipped,
        address: GoverningFiles.address(of: Self.shipped, tab: .policies), isInForce: records.isEmpty)
    ]
  }
}
