import CallRules
import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import PartnerDiscovery
import PartnerRanking
import ResearchProfiles

/// Rules of calls and the ranking policy: what holds, since when, by whom, and putting others in force.
struct RuleRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static let byteLimit = 1 << 20

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/administration/rules") { request, context in
      try context.account(withRole: .administrator)
      return try rulePage(notice: Self.notice(request.query["done"]), context)
    }
    router.get("/desk/administration/rules/file") { request, context in
      try context.account(withRole: .administrator)
      let text = try ruleText(hash: request.query["hash"], shipped: request.query["shipped"])
      return Download.response(Array(text.content.utf8), type: "application/yaml", name: text.name + ".yaml")
    }
    router.post("/desk/administration/rules") { request, context in
      let account = try context.account(withRole: .administrator)
      let form = try await context.form(request, desk)
      return try putRules(form["name"] ?? "", form["content"] ?? "", account, context)
    }
    router.post("/desk/administration/rules/restore") { request, context in
      let account = try context.account(withRole: .administrator)
      let form = try await context.form(request, desk)
      let text = try ruleText(hash: form["hash"], shipped: form["shipped"])
      return try putRules(text.name, text.content, account, context)
    }
    router.get("/desk/administration/policies") { request, context in
      try context.account(withRole: .administrator)
      return try policyPage(notice: Self.notice(request.query["done"]), context)
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

  private static func notice(_ code: String?) -> Bilingual? {
    code == nil ? nil : Bilingual("이제부터 이 내용이 적용됩니다.", "It is in force from now on.")
  }

  /// A name that may stand in an address and as a file's.
  private static func name(_ text: String) -> String? {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_. ".unicodeScalars.contains($0)
    }
    return (1...60).contains(text.count) && isPlain ? text : nil
  }

  private static let namelessProblem = Bilingual(
    "이름은 글자, 숫자, 빈칸, ‘-’, ‘_’, ‘.’로 1~60자입니다.",
    "A name is 1 to 60 letters, digits, blanks, hyphens, underscores and dots.")

  struct Mistake: Sendable {
    var line: Int?
    var text: String
  }

  /// A rule file or policy that was put in force some time.
  private struct PastFile: Sendable {
    var name: String
    var since: String
    var by: String
    var hash: String
    var address: String
    var isInForce: Bool
  }

  private struct Filled: Sendable {
    var name = ""
    var content = ""
    var mistakes: [Mistake] = []
  }

  // MARK: Rules

  private func ruleText(hash: String?, shipped: String?) throws -> (name: String, content: String) {
    if let shipped, let text = ShippedRules.text(named: shipped) { return (shipped, text) }
    guard let hash, let record = try desk.store.ruleFiles().first(where: { $0.hash == hash }) else {
      throw WebProblem.notFound(Bilingual("규칙 파일", "rule file"))
    }
    return (record.name, record.content)
  }

  private func putRules(
    _ name: String, _ content: String, _ account: UserAccount, _ context: DeskRequestContext
  ) throws -> Response {
    func refused(_ mistakes: [Mistake]) throws -> Response {
      try rulePage(filled: Filled(name: name, content: content, mistakes: mistakes), context)
    }
    guard let known = Self.name(name) else {
      return try refused([Mistake(text: Self.namelessProblem[context.language])])
    }
    guard !content.isEmpty, content.utf8.count <= Self.byteLimit else {
      return try refused([Mistake(text: Bilingual("규칙을 넣어 주십시오.", "Enter the rules.")[context.language])])
    }
    do {
      try desk.putRulesInForce(content, name: known, actor: account.name)
    } catch let error as RuleFileError {
      return try refused(
        error.mistakes.map {
          Mistake(line: $0.line > 0 ? $0.line : nil, text: Bilingual($0.problem)[context.language])
        })
    }
    return Response.seeOther(AdministrationTab.rules.address + "?done=1")
  }

  private struct RuleContent: Sendable {
    struct Book: Sendable {
      struct Rule: Sendable {
        var title: String
        var isWished: Bool
        var reference: String?
      }

      var name: String
      var title: String
      var origin: String
      var isShipped: Bool
      var rules: [Rule]
      var address: String
    }

    var tabs: [PageLayout.Link]
    var books: [Book]
    var past: [PastFile]
    var hasPast: Bool
    var name: String
    var content: String
    var mistakes: [Mistake]
    var hasMistakes: Bool
    var formToken: String
  }

  private func rulePage(
    notice: Bilingual? = nil, filled: Filled = Filled(), _ context: DeskRequestContext
  ) throws -> Response {
    let language = context.language
    let records = try desk.store.ruleFiles()
    let address = AdministrationTab.rules.address + "/file"
    var seen: Set<String> = []
    let content = RuleContent(
      tabs: AdministrationTab.links(current: .rules, language),
      books: try desk.ruleBooks().map { name, book in
        let record = records.first { $0.name == name }
        return RuleContent.Book(
          name: name, title: book.title.isEmpty ? name : book.title.text(preferring: [language.rawValue]),
          origin: record.map {
            Bilingual("\($0.since.minute) \($0.by)", "\($0.since.minute) by \($0.by)")[language]
          } ?? Bilingual("모임에 들어 있는 규칙", "shipped with Moim")[language], isShipped: record == nil,
          rules: book.rules.map { rule in
            RuleContent.Book.Rule(
              title: rule.title.isEmpty ? rule.id : rule.title.text(preferring: [language.rawValue]),
              isWished: rule.strength == .wished, reference: rule.reference.isEmpty ? nil : rule.reference)
          },
          address: address + AddressText.query([record.map { ("hash", $0.hash) } ?? ("shipped", name)]))
      },
      past: records.map { record in
        PastFile(
          name: record.name, since: record.since.minute, by: record.by, hash: record.hash,
          address: address + AddressText.query([("hash", record.hash)]), isInForce: seen.insert(record.name).inserted)
      }, hasPast: !records.isEmpty, name: filled.name, content: filled.content, mistakes: filled.mistakes,
      hasMistakes: !filled.mistakes.isEmpty, formToken: context.formToken)
    return try renderer.page(
      "rules", title: Bilingual("공고 규칙", "Rules of calls"), content,
      status: filled.mistakes.isEmpty ? .ok : .badRequest, notice: notice, scripts: ["data.js"], context)
  }

  // MARK: Policies

  private func policyText(hash: String?) throws -> (name: String, content: String) {
    if hash == "shipped" { return ("shipped", try ForumDesk.shippedPolicyText()) }
    guard let hash, let record = try desk.store.policies().first(where: { $0.hash == hash }) else {
      throw WebProblem.notFound(Bilingual("추천 기준", "policy"))
    }
    return (record.name, record.content)
  }

  private func putPolicy(
    _ name: String, _ content: String, _ account: UserAccount, _ context: DeskRequestContext
  ) throws -> Response {
    func refused(_ text: String) throws -> Response {
      try policyPage(filled: Filled(name: name, content: content, mistakes: [Mistake(text: text)]), context)
    }
    guard let known = Self.name(name) else { return try refused(Self.namelessProblem[context.language]) }
    guard !content.isEmpty, content.utf8.count <= Self.byteLimit else {
      return try refused(Bilingual("기준 파일의 내용을 넣어 주십시오.", "Enter the policy.")[context.language])
    }
    do {
      try desk.putPolicyInForce(content, name: known, actor: account.name)
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
    var isShipped: Bool
    var pairs: [LabelledText]
    var prices: [Price]
    var hasPrices: Bool
    var shippedAddress: String
    var past: [PastFile]
    var hasPast: Bool
    var name: String
    var content: String
    var mistakes: [Mistake]
    var hasMistakes: Bool
    var formToken: String
  }

  private func policyPage(
    notice: Bilingual? = nil, filled: Filled = Filled(), _ context: DeskRequestContext
  ) throws -> Response {
    let language = context.language
    let records = try desk.store.policies()
    let address = AdministrationTab.policies.address + "/file"
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
      } ?? Bilingual("모임에 들어 있는 기준", "the policy that Moim ships with")[language], isShipped: current.record == nil,
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
      }, hasPrices: !prices.isEmpty, shippedAddress: address + "?hash=shipped",
      past: records.enumerated().map { place, record in
        PastFile(
          name: record.name, since: record.since.minute, by: record.by, hash: record.hash,
          address: address + AddressText.query([("hash", record.hash)]), isInForce: place == 0)
      }, hasPast: !records.isEmpty, name: filled.name, content: filled.content, mistakes: filled.mistakes,
      hasMistakes: !filled.mistakes.isEmpty, formToken: context.formToken)
    return try renderer.page(
      "policies", title: Bilingual("추천 기준", "Ranking policy"), content,
      status: filled.mistakes.isEmpty ? .ok : .badRequest, notice: notice, scripts: ["data.js"], context)
  }
}
