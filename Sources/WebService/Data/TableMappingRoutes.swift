import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird

/// How a table of an upload is read: looked over, corrected, remembered for tables with the same headings.
struct TableMappingRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let imports: ImportDesk

  static func address(ofUpload id: String, table number: Int) -> String {
    ImportRoutes.address(ofUpload: id) + "/tables/\(number)"
  }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/data/uploads/:id/tables/:number") { _, context in
      try context.account(withRole: .officer)
      let (id, number, table) = try table(in: context)
      return try page(TableMappingContent(table, address: Self.address(ofUpload: id, table: number), context), context)
    }
    router.post("/desk/data/uploads/:id/tables/:number") { request, context in
      let account = try context.account(withRole: .officer)
      let form = try await context.form(request, desk)
      let (id, number, table) = try table(in: context)
      let fields = table.columns.indices.map { form["column\($0)"] ?? "" }
      do {
        try imports.correct(id, table: number, records: form["records"] ?? "", fields: fields, actor: account.name)
      } catch let problem as SourceTable.Problem {
        let content = TableMappingContent(
          table, address: Self.address(ofUpload: id, table: number), records: form["records"], fields: fields,
          problem: problem, context)
        return try page(content, status: .badRequest, context)
      } catch let problem as ImportDesk.Problem {
        throw ImportRoutes.webProblem(problem)
      }
      return Response.seeOther(ImportRoutes.address(ofUpload: id) + "?done=mapping")
    }
    router.post("/desk/data/uploads/:id/tables/:number/forget") { request, context in
      let account = try context.account(withRole: .officer)
      _ = try await context.form(request, desk)
      let (id, number, _) = try table(in: context)
      do {
        try imports.forget(id, table: number, actor: account.name)
      } catch let problem as ImportDesk.Problem {
        throw ImportRoutes.webProblem(problem)
      }
      return Response.seeOther(ImportRoutes.address(ofUpload: id) + "?done=forgotten")
    }
    router.get("/desk/data/uploads/:id/tables/:number/mapping.json") { _, context in
      try context.account(withRole: .officer)
      return Download.response(
        Array(try table(in: context).table.mappingFile.utf8), type: "application/json", name: "mapping.json")
    }
  }

  private func table(in context: DeskRequestContext) throws -> (id: String, number: Int, table: SourceTable) {
    let id = try context.parameters.require("id")
    guard let batch = imports.batch(id), let number = Int(try context.parameters.require("number")),
      batch.tables.indices.contains(number)
    else { throw WebProblem.notFound(Bilingual("표", "table")) }
    guard batch.tables[number].columns.count <= TableMappingContent.columnLimit else {
      throw WebProblem.invalid(
        Bilingual(
          "열이 \(TableMappingContent.columnLimit)개보다 많은 표는 여기서 고칠 수 없습니다. 매핑 파일을 받아 고친 뒤 moim import --map으로 가져와 주십시오.",
          "A table of more than \(TableMappingContent.columnLimit) columns cannot be corrected here: correct its mapping file and use it with moim import --map."
        ))
    }
    return (id, number, batch.tables[number])
  }

  private func page(
    _ content: TableMappingContent, status: HTTPResponse.Status = .ok, _ context: DeskRequestContext
  ) throws -> Response {
    try renderer.page(
      "table-mapping", title: Bilingual("표의 열 고치기", "Correct a table’s columns"), content, status: status, context)
  }
}
