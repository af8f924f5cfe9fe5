import CallRules
import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import ResearchProfiles

/// Rules of calls: what holds, since when, by whom, and putting others in force.
struct RuleRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/administration/rules") { request, context in
      try context.account(withRole: .administrator)
      return try rulePage(notice: GoverningFiles.notice(request.query["done"]), context)
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
  }

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
    func refused(_ mistakes: [GoverningFiles.Mistake]) throws -> Response {
      try rulePage(draft: .init(name: name, content: content, mistakes: mistakes), context)
    }
    if let problem = GoverningFiles.problem(
      name: name, content: content, emptyProblem: Bilingual("규칙을 넣어 주십시오.", "Enter the rules."))
    {
      return try refused([.init(text: problem[context.language])])
    }
    do {
      try desk.putRulesInForce(content, name: name, actor: account.name)
    } catch let error as RuleFileError {
      return try refused(
        error.mistakes.map {
          .init(line: $0.line > 0 ? $0.line : nil, text: Bilingual($0.problem)[context.language])
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
    var files: GoverningFiles
    var formToken: String
  }

  private func rulePage(
    notice: Bilingual? = nil, draft: GoverningFiles.Draft = .init(), _ context: DeskRequestContext
  ) throws -> Response {
    let language = context.language
    let records = try desk.store.ruleFiles()
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
          address: record.map { GoverningFiles.address(of: $0.hash, tab: .rules) }
            ?? AdministrationTab.rules.address + "/file" + AddressText.query([("shipped", name)]))
      },
      files: GoverningFiles(
        draft,
        past: records.map { record in
          .init(
            name: record.name, since: record.since.minute, by: record.by, hash: record.hash,
            address: GoverningFiles.address(of: record.hash, tab: .rules),
            isInForce: seen.insert(record.name).inserted)
        }, tab: .rules), formToken: context.formToken)
    return try renderer.page(
      "rules", title: Bilingual("공고 규칙", "Rules of calls"), content,
      status: draft.mistakes.isEmpty ? .ok : .badRequest, notice: notice, scripts: ["data.js"], context)
  }
}
