import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird

/// The import of a form service's export: uploaded, its columns looked over, previewed, taken in.
struct FormImportRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  private let shelf = UploadShelf()

  init(desk: ForumDesk, renderer: PageRenderer) {
    self.desk = desk
    self.renderer = renderer
  }

  func add(to router: Router<DeskRequestContext>) {
    router.post("/desk/intake/imports") { request, context in try await take(request, context) }
    router.put("/desk/intake/imports") { request, context in try await take(request, context) }
    router.get("/desk/intake/uploads/:id") { request, context in
      let upload = try upload(context)
      let content = try await content(upload.id, upload.file, context)
      return try renderer.page(
        "intake-mapping", title: Bilingual("가져올 파일 살펴보기", "Look at the file"), content,
        notice: request.query["done"] == "mapping"
          ? Bilingual("열의 뜻을 기억했습니다.", "The columns are remembered.") : nil, context)
    }
    router.post("/desk/intake/uploads/:id/mapping") { request, context in
      let account = try context.account(withRole: .counsellor)
      let (id, file) = try upload(context)
      let form = try await context.form(request, desk)
      let export = try await export(file)
      var mapping = try desk.formServiceImport().mapping(for: export).mapping
      for place in mapping.columns.indices {
        guard let meaning = form["column\(place)"].flatMap(FormColumn.init(name:)),
          meaning != mapping.columns[place].meaning
        else { continue }
        mapping.correct(place, to: meaning)
      }
      try desk.formServiceImport().remember(mapping, name: file.name, actor: account.name, time: desk.now)
      return Response.seeOther("/desk/intake/uploads/\(id)?done=mapping")
    }
    router.post("/desk/intake/uploads/:id/run") { request, context in
      let account = try context.account(withRole: .counsellor)
      let (id, file) = try upload(context)
      _ = try await context.form(request, desk)
      let export = try await export(file)
      let job = try await run(export, account.name)
      shelf.remove(id)
      return Response.seeOther("/desk/intake/imports/\(job.id)")
    }
    router.get("/desk/intake/imports/:job") { _, context in
      try context.account(withRole: .counsellor)
      guard let job = try desk.store.job(id: try context.parameters.require("job", as: Int64.self)),
        job.kind == FormImportJob.kind
      else { throw WebProblem.notFound(Bilingual("가져오기 기록", "import")) }
      return try renderer.page(
        "intake-report", title: Bilingual("가져온 결과", "Result of the import"),
        FormImportReportContent(job, context.language), context)
    }
  }

  /// Keeps what was sent: a browser is led to the page that shows it, a program is told where that is.
  private func take(_ request: Request, _ context: DeskRequestContext) async throws -> Response {
    let account = try context.account(withRole: .counsellor)
    let file = try await UploadedFile.read(request, context, desk)
    let name = file.name.isEmpty ? "upload" : file.name
    let address = "/desk/intake/uploads/" + shelf.keep(name: name, bytes: file.bytes, user: account.name)
    if request.method == .put { return Response(status: .created, headers: [.location: address]) }
    return Response.seeOther(address)
  }

  private func upload(_ context: DeskRequestContext) throws -> (id: String, file: UploadShelf.Upload) {
    let account = try context.account(withRole: .counsellor)
    let id = try context.parameters.require("id")
    guard let upload = shelf.upload(id, of: account.name) else {
      throw WebProblem.notFound(
        Bilingual("올린 파일(한 시간이 지나면 지워집니다. 다시 올려 주십시오)", "uploaded file (they go after an hour: upload it again)"))
    }
    return (id, upload)
  }

  private func export(_ upload: UploadShelf.Upload) async throws -> FormServiceExport {
    do {
      return try await desk.offThread { try FormServiceExport(upload.bytes, name: upload.name) }
    } catch let error as FormImportError {
      throw WebProblem.invalid(error.message)
    }
  }

  private func content(
    _ id: String, _ upload: UploadShelf.Upload, _ context: DeskRequestContext
  ) async throws -> FormMappingContent {
    let export = try await export(upload)
    let desk = desk
    let (mapping, isRemembered, preview) = try await desk.offThread {
      let importing = try desk.formServiceImport()
      let (mapping, isRemembered) = try importing.mapping(for: export)
      return (mapping, isRemembered, importing.preview(export, mapping: mapping))
    }
    return FormMappingContent(
      id: id, export: export, mapping: mapping, isRemembered: isRemembered, preview: preview, context)
  }

  private func run(_ export: FormServiceExport, _ user: String) async throws -> Job {
    let desk = desk
    let job = try desk.store.beginJob(kind: FormImportJob.kind, actor: user, time: desk.now)
    do {
      let report = try await desk.offThread {
        let mapping = try desk.formServiceImport().mapping(for: export).mapping
        return try desk.importForms(export, mapping: mapping, actor: user) { done, total in
          try? desk.store.updateJob(id: job.id, progress: "\(done) / \(total)")
        }
      }
      return try desk.store.finishJob(
        id: job.id, state: .done, progress: "\(report.readCount)", report: FormImportJob.json(report), actor: user,
        time: desk.now)
    } catch {
      _ = try? desk.store.finishJob(
        id: job.id, state: .failed, progress: "", report: nil, actor: user, time: desk.now)
      throw error
    }
  }
}
