import ForumDesk
import ForumRecords
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PartnerDiscovery
import TableWriting

/// What the workspace holds, its sources, and imports: put files down, look at what an import would do, import, look at what
/// became of every record.
struct ImportRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let imports: ImportDesk

  static func address(ofUpload id: String) -> String { "/desk/data/uploads/" + AddressText.encoded(id) }
  private static func address(ofJob id: Int64) -> String { "/desk/data/jobs/\(id)" }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/data") { request, context in
      try context.account(withRole: .officer)
      return try renderer.page(
        "data", title: Bilingual("자료", "Data"), try await overview(context),
        notice: Self.notice(request.query["done"]), context)
    }
    router.post("/desk/data/uploads") { request, context in try await upload(request, context) }
    router.get("/desk/data/uploads/:id") { request, context in
      try context.account(withRole: .officer)
      let batch = try batch(in: context)
      if case .begun(let job) = batch.state { return Response.seeOther(Self.address(ofJob: job)) }
      return try renderer.page(
        "import-upload", title: Bilingual("가져오기 미리 보기", "Rehearsal of an import"), content(of: batch, context),
        notice: Self.notice(request.query["done"]), scripts: ["data.js"], context)
    }
    router.get("/desk/data/uploads/:id/state") { _, context in
      try context.account(withRole: .officer)
      if case .rehearsing(let progress) = try batch(in: context).state {
        return try Self.json(ProgressState(isRunning: true, text: progress.sentence[context.language]))
      }
      return try Self.json(ProgressState(isRunning: false, text: ""))
    }
    router.post("/desk/data/uploads/:id/import") { request, context in
      let account = try context.account(withRole: .officer)
      _ = try await context.form(request, desk)
      do {
        return Response.seeOther(Self.address(ofJob: try imports.begin(batch(in: context).id, actor: account.name)))
      } catch let problem as ImportDesk.Problem {
        throw Self.webProblem(problem)
      }
    }
    router.post("/desk/data/uploads/:id/discard") { request, context in
      try context.account(withRole: .officer)
      _ = try await context.form(request, desk)
      imports.discard(try batch(in: context).id)
      return Response.seeOther("/desk/data?done=discarded")
    }
    addJobs(to: router)
    addSources(to: router)
  }

  private func addJobs(to router: Router<DeskRequestContext>) {
    router.get("/desk/data/jobs/:id") { _, context in
      try context.account(withRole: .officer)
      return try renderer.page(
        "import-job", title: Bilingual("가져오기", "Import"), content(of: job(in: context), context),
        scripts: ["data.js"], context)
    }
    router.get("/desk/data/jobs/:id/state") { _, context in
      try context.account(withRole: .officer)
      let job = try job(in: context)
      return try Self.json(
        ProgressState(isRunning: job.state == .running, text: progress(of: job)[context.language]))
    }
    router.get("/desk/data/jobs/:id/issues.csv") { _, context in
      try context.account(withRole: .officer)
      let job = try job(in: context)
      guard let record = ImportDesk.record(of: job) else { throw WebProblem.notFound(Bilingual("보고서", "report")) }
      return Download.response(
        try CSVWriting().bytes(ImportReportContent.table(record, context.language)), type: "text/csv; charset=utf-8",
        name: Bilingual("가져오기-\(job.id)-문제.csv", "import-\(job.id)-issues.csv")[context.language])
    }
  }

  private func addSources(to router: Router<DeskRequestContext>) {
    router.get("/desk/data/source") { request, context in
      try context.account(withRole: .officer)
      let source = try source(request.query["name"])
      return try renderer.page(
        "source-removal", title: Bilingual("출처 지우기", "Remove a source"),
        Removal(
          name: source.name, evidenceCount: source.evidenceCount, organizationCount: source.organizationCount,
          formToken: context.formToken), context)
    }
    router.post("/desk/data/source/remove") { request, context in
      let account = try context.account(withRole: .officer)
      let form = try await context.form(request, desk)
      let source = try source(form["name"])
      guard form["confirmed"] == "yes" else {
        throw WebProblem.invalid(Bilingual("확인란에 표시해 주십시오.", "Tick the box to confirm."))
      }
      _ = try await DataProblem.explained { try await desk.removeSource(source.name, actor: account.name) }
      return Response.seeOther("/desk/data?done=removed")
    }
  }

  private static func notice(_ code: String?) -> Bilingual? {
    switch code {
    case "removed": Bilingual("출처를 지웠습니다.", "The source was removed.")
    case "discarded": Bilingual("올린 파일을 지웠습니다.", "The uploaded files were discarded.")
    case "mapping":
      Bilingual("열의 뜻을 기억했습니다. 그대로 다시 살펴봅니다.", "The columns are remembered; the files are read like this.")
    case "forgotten":
      Bilingual("기억한 뜻을 지웠습니다. 처음처럼 짐작해 다시 살펴봅니다.", "It is forgotten, and the files are read again by guess.")
    default: nil
    }
  }

  static func webProblem(_ problem: ImportDesk.Problem) -> WebProblem {
    switch problem {
    case .unknownBatch: .notFound(Bilingual("올린 파일", "upload"))
    case .notReady:
      .invalid(
        Bilingual("지금은 가져올 수 없습니다. 미리 보기가 끝났는지 확인해 주십시오.", "It cannot be imported now: wait for the rehearsal."))
    case .otherImportRuns:
      WebProblem(
        .conflict, title: Bilingual("다른 가져오기가 진행 중입니다", "Another import is running"),
        explanation: Bilingual("끝난 뒤에 다시 시작해 주십시오.", "Begin this one when it is done."))
    }
  }

  // MARK: Uploads

  private func upload(_ request: Request, _ context: DeskRequestContext) async throws -> Response {
    let account = try context.account(withRole: .officer)
    let folder = try imports.makeFolder()
    let files: [String]
    do {
      files = try await receive(request, context, folder: folder.path)
    } catch {
      imports.removeFolder(folder.path)
      throw (error as? UploadReceiver.Problem)?.webProblem ?? error
    }
    guard !files.isEmpty else {
      imports.removeFolder(folder.path)
      throw WebProblem.invalid(Bilingual("파일을 골라 주십시오.", "Choose a file."))
    }
    try imports.add(folder, files: files, actor: account.name)
    return Response.seeOther(Self.address(ofUpload: folder.id))
  }

  private func receive(_ request: Request, _ context: DeskRequestContext, folder: String) async throws -> [String] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > ImportDesk.byteLimit {
      throw UploadReceiver.Problem.body(.tooLarge(limitByteCount: ImportDesk.byteLimit))
    }
    var receiver = try UploadReceiver(
      contentType: request.headers[.contentType] ?? "", folder: folder, byteLimit: ImportDesk.byteLimit,
      fileLimit: ImportDesk.fileLimit
    ) { fields in
      !context.isNewVisit && desk.links.isFormToken(fields["form_token"] ?? "", of: context.visit)
    }
    for try await buffer in request.body { try receiver.feed(buffer) }
    try receiver.finish()
    return receiver.files
  }

  private func batch(in context: DeskRequestContext) throws -> UploadBatch {
    guard let batch = imports.batch(try context.parameters.require("id")) else {
      throw WebProblem.notFound(Bilingual("올린 파일", "upload"))
    }
    return batch
  }

  private func job(in context: DeskRequestContext) throws -> Job {
    guard let id = Int64(try context.parameters.require("id")), let job = try desk.store.job(id: id),
      job.kind == ImportDesk.jobKind
    else { throw WebProblem.notFound(Bilingual("가져오기", "import")) }
    return job
  }

  private func source(_ name: String?) throws -> WorkspaceSources.Source {
    guard desk.workspace.exists, let name, !ForumDesk.isOfApplicant(source: name),
      let source = try WorkspaceSources(workspace: desk.workspace).list().first(where: { $0.name == name })
    else { throw WebProblem.notFound(Bilingual("출처", "source")) }
    return source
  }

  private struct ProgressState: Encodable {
    var isRunning: Bool
    var text: String
  }

  private static func json(_ value: some Encodable) throws -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value))))
  }

  private func progress(of job: Job) -> Bilingual {
    if let running = imports.running, running.job == job.id { return running.progress.sentence }
    return Bilingual(job.state)
  }

  // MARK: Pages

  /// Tables that a page names.
  private static let shownTableCount = 50

  private struct Removal: Sendable {
    var name: String
    var evidenceCount: Int
    var organizationCount: Int
    var formToken: String
  }

  private struct Upload: Sendable {
    struct Table: Sendable {
      var file: String
      var address: String
      var isRemembered: Bool
      var isUnread: Bool
    }

    var files: [String]
    /// Whose columns may be corrected.
    var tables: [Table]
    var hasTables: Bool
    var progressAddress: String?
    var progress: String?
    var address: String
    var report: ImportReportContent?
    var canImport: Bool
    var otherRuns: Bool
    var formToken: String
  }

  private func content(of batch: UploadBatch, _ context: DeskRequestContext) -> Upload {
    let address = Self.address(ofUpload: batch.id)
    let tables =
      if case .rehearsed = batch.state {
        batch.tables.prefix(Self.shownTableCount).enumerated().map { number, table in
          Upload.Table(
            file: table.file, address: TableMappingRoutes.address(ofUpload: batch.id, table: number),
            isRemembered: table.isRemembered, isUnread: !table.isRead)
        }
      } else {
        [Upload.Table]()
      }
    var upload = Upload(
      files: batch.files, tables: tables, hasTables: !tables.isEmpty, address: address, canImport: false,
      otherRuns: imports.running != nil,
      formToken: context.formToken)
    switch batch.state {
    case .rehearsing(let progress):
      upload.progress = progress.sentence[context.language]
      upload.progressAddress = address + "/state"
    case .rehearsed(let record):
      upload.report = ImportReportContent(record, isRehearsal: true, context.language)
      upload.canImport = record.failure == nil && record.totals.read > record.totals.rejected
    case .begun: break
    }
    return upload
  }

  private struct JobPage: Sendable {
    var number: Int64
    var state: String
    var stateClass: String
    var begun: String
    var ended: String?
    var by: String
    var progress: String?
    var progressAddress: String?
    var isInterrupted: Bool
    var report: ImportReportContent?
    var issuesAddress: String?
    var hasHeld: Bool
  }

  private func content(of job: Job, _ context: DeskRequestContext) -> JobPage {
    let record = ImportDesk.record(of: job)
    let isRunning = job.state == .running
    return JobPage(
      number: job.id, state: Bilingual(job.state)[context.language], stateClass: job.state.badge,
      begun: job.begun.minute, ended: job.ended.map { $0.minute }, by: job.by,
      progress: isRunning ? progress(of: job)[context.language] : nil,
      progressAddress: isRunning ? Self.address(ofJob: job.id) + "/state" : nil,
      isInterrupted: job.state == .interrupted,
      report: record.map { ImportReportContent($0, isRehearsal: false, context.language) },
      issuesAddress: record.flatMap { $0.issues.isEmpty ? nil : Self.address(ofJob: job.id) + "/issues.csv" },
      hasHeld: record.map { $0.organizationsHeld > 0 } ?? false)
  }

  private struct Overview: Sendable {
    struct Source: Sendable {
      var name: String
      var date: String
      var evidenceCount: Int
      var organizationCount: Int
      var removalAddress: String
    }

    struct Past: Sendable {
      var number: Int64
      var address: String
      var state: String
      var stateClass: String
      var begun: String
      var by: String
      var read: Int?
      var accepted: Int?
      var merged: Int?
      var rejected: Int?
    }

    struct Waiting: Sendable {
      var address: String
      var files: String
      var uploaded: String
      var by: String
    }

    var isEmpty: Bool
    var isBusy: Bool
    var pairs: [LabelledText]
    var failure: String?
    var runningAddress: String?
    var running: String?
    var heldCount: Int
    var hasHeld: Bool
    var applicantCount: Int
    var hasApplicants: Bool
    var sources: [Source]
    var hasSources: Bool
    var waiting: [Waiting]
    var hasWaiting: Bool
    var jobs: [Past]
    var hasJobs: Bool
    var limit: Int
    var formToken: String
  }

  private func overview(_ context: DeskRequestContext) async throws -> Overview {
    let language = context.language
    let running = imports.running
    // While somebody writes it, the registry may not answer: the page does without it then.
    let counts = try? desk.registryCounts()
    let all = desk.workspace.exists ? (try? WorkspaceSources(workspace: desk.workspace).list()) : []
    let held = desk.workspace.exists ? ((try? DecideBodies(workspace: desk.workspace).waiting().count) ?? 0) : 0
    let sources = (all ?? []).filter { !ForumDesk.isOfApplicant(source: $0.name) }
    let applicantCount = (all ?? []).count - sources.count
    let jobs = try desk.store.jobs(kind: ImportDesk.jobKind, page: ForumRecords.Page(limit: 20)).items
    return Overview(
      isEmpty: !desk.workspace.exists, isBusy: all == nil,
      pairs: counts.map { counts in
        [
          .init(label: Bilingual("기관", "Organisations")[language], value: Number.grouped(counts.organizationCount)),
          .init(
            label: Bilingual("다른 식별자로 합친 기관", "Merged under another id")[language],
            value: Number.grouped(counts.mergedOrganizationCount)),
          .init(
            label: Bilingual("자체 기록이 있는 기관", "With a record of their own")[language],
            value: Number.grouped(counts.fullOrganizationCount)),
          .init(label: Bilingual("실적", "Pieces of evidence")[language], value: Number.grouped(counts.evidenceCount)),
          .init(label: Bilingual("참여", "Participations")[language], value: Number.grouped(counts.participationCount)),
        ]
      } ?? [],
      failure: desk.publicationFailure, runningAddress: running.map { Self.address(ofJob: $0.job) },
      running: running.map { $0.progress.sentence[language] }, heldCount: held, hasHeld: held > 0,
      applicantCount: applicantCount, hasApplicants: applicantCount > 0,
      sources: sources.map {
        Overview.Source(
          name: $0.name, date: "\($0.date)", evidenceCount: $0.evidenceCount, organizationCount: $0.organizationCount,
          removalAddress: "/desk/data/source" + AddressText.query([("name", $0.name)]))
      }, hasSources: !sources.isEmpty,
      waiting: imports.batches.map {
        Overview.Waiting(
          address: Self.address(ofUpload: $0.id), files: $0.files.joined(separator: ", "),
          uploaded: $0.uploaded.minute, by: $0.by)
      }, hasWaiting: !imports.batches.isEmpty,
      jobs: jobs.map { job in
        let totals = ImportDesk.record(of: job)?.totals
        return Overview.Past(
          number: job.id, address: Self.address(ofJob: job.id), state: Bilingual(job.state)[language],
          stateClass: job.state.badge, begun: job.begun.minute, by: job.by, read: totals?.read,
          accepted: totals?.accepted, merged: totals?.merged, rejected: totals?.rejected)
      }, hasJobs: !jobs.isEmpty, limit: ImportDesk.byteLimit >> 20, formToken: context.formToken)
  }
}
