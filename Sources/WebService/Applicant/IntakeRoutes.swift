import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird

/// Where staff takes in what was filled in on paper, and prints the empty form.
struct IntakeRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let configuration: WebConfiguration

  private struct Hub: Sendable {
    var formToken: String
    var imports: [PastImport]
    var hasImports: Bool
  }

  struct PastImport: Sendable {
    var address: String
    var name: String
    var time: String
    var counts: String
  }

  private struct Paper: Sendable {
    var title: String
    var sectionsHTML: String
    var version: Int
    var applyAddress: String
    var qrCodeHTML: String?
  }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/intake") { _, context in
      try context.account(withRole: .counsellor)
      let imports = try pastImports(context.language)
      return try renderer.page(
        "intake", title: Bilingual("신청서 입력·가져오기", "Enter or import applications"),
        Hub(formToken: context.formToken, imports: imports, hasImports: !imports.isEmpty), context)
    }
    router.get("/desk/intake/new") { _, context in
      try context.account(withRole: .counsellor)
      return try form(IntakeFormView(language: context.language), context)
    }
    router.post("/desk/intake/new") { request, context in
      let account = try context.account(withRole: .counsellor)
      let fields = try await context.form(request, desk)
      let reading = IntakeForm.standard.read(IntakeAnswers(fields.answers))
      guard reading.isAcceptable else {
        return try form(
          IntakeFormView(
            answers: reading.answers, problems: reading.problems, notices: reading.notices, language: context.language),
          status: .unprocessableContent, context)
      }
      let application = try desk.submit(reading, channel: .paper, language: context.language, actor: account.name)
      return Response.seeOther("/desk/intake/receipts/\(application.receipt)")
    }
    router.get("/desk/intake/receipts/:receipt") { _, context in
      try context.account(withRole: .counsellor)
      guard let application = try desk.store.application(receipt: try context.parameters.require("receipt")),
        try desk.store.purgeTime(receipt: application.receipt) == nil
      else { throw WebProblem.notFound(Bilingual("신청", "application")) }
      return try renderer.page(
        "receipt", title: Bilingual("접수증 \(application.receipt)", "Receipt \(application.receipt)"),
        ReceiptContent(
          application, desk, baseAddress: configuration.baseAddress, isCleaned: false, isStaff: true, context),
        scripts: ["apply.js"], context)
    }
    router.get("/desk/intake/paper") { _, context in
      try context.account(withRole: .counsellor)
      let address = configuration.baseAddress + "/apply"
      return try renderer.page(
        "paper", title: IntakeForm.standard.title,
        Paper(
          title: IntakeForm.standard.title[context.language],
          sectionsHTML: PaperFormView(language: context.language).html,
          version: IntakeForm.standard.version, applyAddress: address,
          qrCodeHTML: (try? QRCode(text: address))?.svg(
            title: Bilingual("신청 주소", "Address of the form")[context.language])),
        scripts: ["apply.js"], context)
    }
  }

  private func form(
    _ view: IntakeFormView, status: HTTPResponse.Status = .ok, _ context: DeskRequestContext
  ) throws -> Response {
    try renderer.page(
      "apply",
      title: view.problems.isEmpty ? Bilingual("종이 신청서 입력", "Type in a paper form") : IntakeFormContent.problemTitle,
      IntakeFormContent(
        view, heading: Bilingual("종이 신청서 입력", "Type in a paper form"), action: "/desk/intake/new",
        button: Bilingual("접수", "Take it in"), isPaper: true, cancelAddress: "/desk/intake", context),
      status: status, scripts: ["apply.js"], context)
  }

  private func pastImports(_ language: Language) throws -> [PastImport] {
    try desk.store.jobs(kind: FormImportJob.kind, page: Page(limit: 10)).items.map { job in
      PastImport(
        address: "/desk/intake/imports/\(job.id)", name: "\(job.id)", time: job.begun.description,
        counts: FormImportJob.report(of: job).map { FormImportJob.counts($0, language) } ?? job.progress)
    }
  }
}
