import ForumDesk
import ForumRecords
import Foundation
import HTTPTypes
import Hummingbird
import PartnerDiscovery
import TableWriting

/// Lists for spreadsheets and for other systems; contacts only for a recipient and a purpose that live consents name.
struct ExportRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static let pageSize = 50

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/exports") { request, context in
      try context.account(withRole: .officer)
      return try renderer.page(
        "exports", title: Bilingual("내보내기", "Exports"), content(request.query, context), context)
    }
    router.post("/desk/exports/tables") { request, context in
      let account = try context.account(withRole: .officer)
      let form = try await context.form(request, desk)
      guard let export = form["export"].flatMap(ForumExport.init(rawValue:)),
        let format = form["format"].flatMap(TableFormat.init(rawValue:))
      else { throw WebProblem.invalid(Bilingual("목록과 형식을 골라 주십시오.", "Choose a list and a format.")) }
      let language = context.language
      let made = try await tables(of: export, language)
      let english = format == .json ? try await tables(of: export, .english) : nil
      let response = try write(made, keyed: english, format, name: export.name, language)
      try desk.store.recordAudit(
        action: "export.\(export.rawValue)", subject: format.rawValue,
        detail: "\(made.reduce(0) { $0 + $1.rows.count }) rows", actor: account.name, time: desk.now)
      return response
    }
    router.post("/desk/exports/workspace") { request, context in
      let account = try context.account(withRole: .officer)
      let form = try await context.form(request, desk)
      guard let format = form["format"].flatMap(ExportFormat.init(rawValue:)), format != .csv else {
        throw WebProblem.invalid(Bilingual("형식을 골라 주십시오.", "Choose a format."))
      }
      let file = try await DataProblem.explained { try await desk.exportWorkspace(format, actor: account.name) }
      let (type, ending) = format == .cerif ? ("application/xml", "xml") : ("application/x-ndjson", "jsonl")
      return try Download.response(
        file: file.path, in: file.folder, type: type,
        name: Bilingual("기관과-실적-\(day).\(ending)", "organisations-\(day).\(ending)")[context.language])
    }
    router.post("/desk/exports/personal") { request, context in try await providePersonal(request, context) }
  }

  enum TableFormat: String, CaseIterable, Sendable {
    case xlsx
    case csv
    case koreanCSV = "csv-cp949"
    case json

    var name: Bilingual {
      switch self {
      case .xlsx: Bilingual("엑셀 (XLSX)", "Excel (XLSX)")
      case .csv: Bilingual("CSV (UTF-8)", "CSV (UTF-8)")
      case .koreanCSV: Bilingual("CSV (CP949, 옛 프로그램용)", "CSV (CP949, for old programs)")
      case .json: Bilingual("JSON", "JSON")
      }
    }
  }

  private var day: String { "\(desk.now.seoulDate)" }

  private func tables(of export: ForumExport, _ language: Language) async throws -> [Table] {
    do {
      return try await desk.tables(of: export, language: language)
    } catch let problem as ForumExport.Problem {
      throw WebProblem.invalid(Bilingual("표로 내보내기에는 너무 많습니다. JSON Lines나 CERIF로 내보내 주십시오.", "\(problem)"))
    }
  }

  /// - Parameter keyed: the same tables with English headings, whose names JSON takes for keys.
  private func write(
    _ tables: [Table], keyed: [Table]?, _ format: TableFormat, name: Bilingual, _ language: Language
  ) throws -> Response {
    let base = "\(name[language].replacing(" ", with: "-"))-\(day)"
    do {
      switch format {
      case .xlsx:
        let folder = try desk.makePrivateFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let bytes = try XLSXWriting(created: desk.now.secondsSinceEpoch).bytes(tables, temporaryFolder: folder)
        return Download.response(
          bytes, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: base + ".xlsx")
      case .csv, .koreanCSV:
        let writing = CSVWriting(encoding: format == .csv ? .markedUTF8 : .koreanCodePage)
        var bytes: [UInt8] = []
        for (place, table) in tables.enumerated() {
          if place > 0 { bytes += Array("\r\n".utf8) }
          let written = try writing.bytes(table)
          bytes += place > 0 && format == .csv ? Array(written.dropFirst(3)) : written
        }
        return Download.response(
          bytes, type: format == .csv ? "text/csv; charset=utf-8" : "text/csv; charset=euc-kr", name: base + ".csv")
      case .json:
        return Download.response(
          TableJSON.bytes(tables, keyed: keyed ?? tables), type: "application/json", name: base + ".json")
      }
    } catch TableWritingError.noCodeInKoreanCodePage(let character, _, let row, let heading) {
      let place =
        row == 0
        ? Bilingual("제목 줄", "the headings") : Bilingual("\(row)번째 줄 ‘\(heading)’ 칸", "row \(row), column “\(heading)”")
      throw WebProblem.invalid(
        Bilingual(
          "CP949로 쓸 수 없는 글자가 있어 내보내지 않았습니다: \(place.korean)의 ‘\(character)’. UTF-8을 골라 주십시오.",
          "Nothing was exported, because CP949 has no code for “\(character)” in \(place.english). Choose UTF-8."))
    }
  }

  private func providePersonal(_ request: Request, _ context: DeskRequestContext) async throws -> Response {
    let account = try context.account(withRole: .officer)
    let form = try await context.form(request, desk)
    guard form["confirmed"] == "yes" else {
      throw WebProblem.invalid(Bilingual("확인란에 표시해 주십시오.", "Tick the box to confirm."))
    }
    let consented = try desk.consentedProvisions()
    guard let place = form["provision"].flatMap({ Int($0) }), consented.indices.contains(place),
      // The list may have changed since it was shown.
      form["recipient-\(place)"] == consented[place].recipient, form["purpose-\(place)"] == consented[place].purpose
    else { throw WebProblem.invalid(Bilingual("제공받는 자와 목적을 골라 주십시오.", "Choose a recipient and a purpose.")) }
    let language = context.language
    let provision = try await DataProblem.explained {
      try await desk.providePersonalExport(
        recipient: consented[place].recipient, purpose: consented[place].purpose, language: language,
        actor: account.name)
    }
    return try write(
      [provision.table], keyed: nil, form["format"] == "csv" ? .csv : .xlsx,
      name: Bilingual("신청과-연락처", "applications-and-contacts"), language)
  }

  private struct Content: Sendable {
    struct Provision: Sendable {
      var number: Int
      var recipient: String
      var recipientName: String
      var purpose: String
      var purposeName: String
      var count: Int
    }

    struct Past: Sendable {
      var time: String
      var actor: String
      var what: String
      var format: String
      var detail: String
      var isPersonal: Bool
    }

    var exports: [Choice]
    var formats: [Choice]
    var hasWorkspace: Bool
    var provisions: [Provision]
    var hasProvisions: Bool
    var past: [Past]
    var hasPast: Bool
    var pager: Pager?
    var formToken: String
  }

  private func content(_ fields: FormFields, _ context: DeskRequestContext) throws -> Content {
    let language = context.language
    let page = min(max(fields["page"].flatMap { Int($0) } ?? 1, 1), 10_000)
    let past = try desk.store.auditEntries(
      AuditFilter(action: "export."), page: ForumRecords.Page(limit: Self.pageSize, offset: (page - 1) * Self.pageSize))
    let provisions = try desk.consentedProvisions()
    return Content(
      exports: ForumExport.allCases.enumerated().map {
        Choice(value: $1.rawValue, label: $1.name[language], isChosen: $0 == 0)
      },
      formats: TableFormat.allCases.map { Choice(value: $0.rawValue, label: $0.name[language]) },
      hasWorkspace: desk.workspace.exists,
      provisions: provisions.enumerated().map { place, provision in
        Content.Provision(
          number: place, recipient: provision.recipient,
          recipientName: Bilingual(recipient: provision.recipient)[language],
          purpose: provision.purpose, purposeName: Bilingual(consentPurpose: provision.purpose)[language],
          count: provision.applicationCount)
      }, hasProvisions: !provisions.isEmpty,
      past: past.items.map { entry in
        let kind = String(entry.action.dropFirst("export.".count))
        let isPersonal = kind == "personal"
        let name =
          isPersonal
          ? Bilingual("연락처 제공", "Contacts")
          : kind == "workspace"
            ? Bilingual("기관과 실적", "Organisations and evidence")
            : ForumExport(rawValue: kind)?.name ?? Bilingual(kind, kind)
        return Content.Past(
          time: entry.time.minute, actor: Bilingual(actor: entry.actor)[language], what: name[language],
          format: isPersonal
            ? Bilingual(recipient: entry.subject)[language]
            : TableFormat(rawValue: entry.subject)?.name[language] ?? entry.subject, detail: entry.detail,
          isPersonal: isPersonal)
      }, hasPast: !past.items.isEmpty,
      pager: Pager(page: page, size: Self.pageSize, total: past.total, language) {
        "/desk/exports" + AddressText.query([("page", "\($0)")])
      }, formToken: context.formToken)
  }
}
