import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import ResearchProfiles

/// The list of applications, and what each says.
struct ApplicationRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static let pageSize = 50

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/applications") { request, context in
      try context.account(withRole: .viewer)
      return try renderer.page(
        "applications", title: Bilingual("신청", "Applications"), list(request.query, context), context)
    }
    router.get("/desk/applications/:receipt") { _, context in
      let account = try context.account(withRole: .viewer)
      let application = try desk.application(in: context)
      return try renderer.page(
        "application", title: Bilingual(application.receipt, application.receipt),
        overview(application, account, context), context)
    }
    router.post("/desk/applications/:receipt/status") { request, context in
      let account = try context.account(withRole: .officer)
      let form = try await context.form(request, desk)
      let application = try desk.application(in: context)
      guard let status = form["status"].flatMap(ApplicationStatus.init(rawValue:)) else {
        throw WebProblem.invalid(Bilingual("그런 상태는 없습니다.", "There is no such state."))
      }
      _ = try desk.setStatus(status, of: application.receipt, actor: account.name)
      return Response.seeOther(ApplicationHead.address(of: application.receipt))
    }
  }

  // MARK: List

  private struct List: Sendable {
    struct Row: Sendable {
      var receipt: String
      var address: String
      var title: String
      var applicant: String
      var kind: String?
      var wishes: [String]
      var status: String
      var statusClass: String
      var submitted: String
    }

    var query: String
    var statuses: [Choice]
    var kinds: [Choice]
    var wishes: [Choice]
    var total: Int
    var rows: [Row]
    var isEmpty: Bool
    var pager: Pager?
  }

  private func list(_ fields: FormFields, _ context: DeskRequestContext) throws -> List {
    let language = context.language
    var filter = ApplicationFilter()
    let status = fields["status"].flatMap(ApplicationStatus.init(rawValue:))
    let kind = fields["kind"].flatMap(OrganizationKind.init(rawValue:))
    let wish = fields["wish"]
    if let status { filter.statuses = [status] }
    if let kind { filter.kinds = [kind] }
    switch wish {
    case "research": filter.wantsJointResearch = true
    case "counselling": filter.wantsCounselling = true
    case let name?: filter.courses = Course(rawValue: name).map { [$0] } ?? []
    case nil: break
    }
    let page = min(max(fields["page"].flatMap { Int($0) } ?? 1, 1), 10_000)
    let query = String((fields["q"] ?? "").prefix(500))
    let found = try desk.applications(
      matching: query, filter, page: ForumRecords.Page(limit: Self.pageSize, offset: (page - 1) * Self.pageSize))
    let anyStatus = Choice(value: "", label: Bilingual("모든 상태", "Any state")[language])
    let anyKind = Choice(value: "", label: Bilingual("모든 유형", "Any kind")[language])
    let anyWish = Choice(value: "", label: Bilingual("모든 신청", "Anything asked for")[language])
    return List(
      query: query,
      statuses: [anyStatus]
        + ApplicationStatus.allCases.map {
          Choice(value: $0.rawValue, label: Bilingual($0)[language], isChosen: $0 == status)
        },
      kinds: [anyKind]
        + OrganizationKind.allCases.map {
          Choice(value: $0.rawValue, label: Bilingual($0)[language], isChosen: $0 == kind)
        },
      wishes: [
        anyWish,
        Choice(value: "research", label: Bilingual.jointResearch[language], isChosen: wish == "research"),
      ]
        + Course.allCases.map {
          Choice(value: $0.rawValue, label: Bilingual($0)[language], isChosen: wish == $0.rawValue)
        } + [
          Choice(value: "counselling", label: Bilingual.counselling[language], isChosen: wish == "counselling")
        ],
      total: found.total,
      rows: found.items.map { application in
        List.Row(
          receipt: application.receipt, address: ApplicationHead.address(of: application.receipt),
          title: ApplicationHead.title(of: application, language),
          applicant: application.application.applicant?.name ?? "",
          kind: application.application.applicant?.kind.map { Bilingual($0)[language] },
          wishes: application.wishes.map { $0[language] }, status: Bilingual(application.status)[language],
          statusClass: application.status.badge, submitted: application.submitted.minute)
      },
      isEmpty: found.items.isEmpty,
      pager: Pager(page: page, size: Self.pageSize, total: found.total, language) { page in
        "/desk/applications"
          + AddressText.query([
            ("q", query.isEmpty ? nil : query), ("status", status?.rawValue), ("kind", kind?.rawValue), ("wish", wish),
            ("page", String(page)),
          ])
      })
  }

  // MARK: One application

  private struct Overview: Sendable {
    struct StatedNeed: Sendable {
      var statement: String
      var urgency: String
    }

    struct Contact: Sendable {
      var pairs: [LabelledText]
    }

    var head: ApplicationHead
    var summary: String
    var keywords: [String]
    var needs: [StatedNeed]
    var hasNeeds: Bool
    var offers: [String]
    var hasOffers: Bool
    var clinic: ClinicSection?
    var pairs: [LabelledText]
    var canChange: Bool
    var transitions: [Choice]
    var formToken: String
    var contact: Contact?
    var consents: [String]
    var hasRevisions: Bool
    var revisions: [String]
  }

  private func overview(
    _ application: ForumApplication, _ account: UserAccount, _ context: DeskRequestContext
  ) throws -> Overview {
    let language = context.language
    let content = application.application
    func pair(_ korean: String, _ english: String, _ value: String?) -> LabelledText? {
      value.flatMap { $0.isEmpty ? nil : LabelledText(label: Bilingual(korean, english)[language], value: $0) }
    }
    let wishes = application.wishes.map { $0[language] }.joined(separator: ", ")
    let wantedKinds = application.wantedKinds.map { Bilingual($0)[language] }.joined(separator: ", ")
    let pairs = [
      pair("접수", "Received", application.submitted.minute),
      pair("경로", "By", Bilingual(application.channel)[language]),
      pair("신청", "Asks for", wishes),
      pair("찾는 유형", "Wanted kinds", wantedKinds),
      pair(
        "찾는 지역", "Wanted regions",
        application.wantedRegions.map { Bilingual(region: $0)[language] }.joined(separator: ", ")),
      pair("기술 성숙도", "Readiness", application.readinessLevel.map { "TRL \($0)" }),
      pair(
        "예산", "Budget",
        application.budgetMillionWon.map { Bilingual("\($0)백만 원", "\($0) million won")[language] }),
    ].compactMap { $0 }
    let consents = try desk.store.consents(receipt: application.receipt)
    let now = desk.now
    // Contact details are the forum's own to use, under the applicant's consent to that; each look is noted.
    var contact: Overview.Contact?
    if account.role >= .counsellor, consents.contains(where: { $0.recipient == Consent.forum && $0.isLive(at: now) }),
      let details = try desk.store.contact(receipt: application.receipt)
    {
      try desk.store.recordAudit(
        action: "contact.view", subject: application.receipt, actor: account.name, time: now)
      contact = Overview.Contact(pairs: details.pairs(in: language))
    }
    let revisions = try desk.store.revisions(of: application.receipt)
    let transitions: [(ApplicationStatus, Bilingual)] =
      switch application.status {
      case .received: [(.published, Bilingual("공개하기", "Publish")), (.closed, Bilingual("종료", "Close"))]
      case .published: [(.received, Bilingual("공개 취소", "Unpublish")), (.closed, Bilingual("종료", "Close"))]
      case .closed: [(.published, Bilingual("다시 열기", "Open again"))]
      case .withdrawn: []
      }
    return Overview(
      head: ApplicationHead(application, tab: .overview, language), summary: content.summary,
      keywords: content.keywords,
      needs: content.needs.map {
        Overview.StatedNeed(statement: $0.statement, urgency: Bilingual($0.urgency)[language])
      },
      hasNeeds: !content.needs.isEmpty, offers: content.offers.map(\.statement), hasOffers: !content.offers.isEmpty,
      clinic: try ClinicSection(application, desk, language), pairs: pairs,
      canChange: account.role >= .officer && !transitions.isEmpty,
      transitions: transitions.map { Choice(value: $0.0.rawValue, label: $0.1[language]) },
      formToken: context.formToken, contact: contact,
      consents: consents.map { consent in
        let state =
          consent.isLive(at: now)
          ? Bilingual("유효", "in force")
          : (consent.withdrawn == nil ? Bilingual("기간 만료", "over") : Bilingual("철회됨", "withdrawn"))
        return "\(Bilingual(recipient: consent.recipient)[language]): \(state[language])"
      },
      hasRevisions: !revisions.isEmpty,
      revisions: revisions.map {
        "\($0.application.revision) · \($0.replaced.minute) · \(Bilingual(actor: $0.by)[language])"
      })
  }
}

/// An option of a list, or a button.
struct Choice: Sendable {
  var value: String
  var label: String
  var isChosen = false
}

extension ForumDesk {
  /// The application that the address names.
  func application(in context: DeskRequestContext) throws -> ForumApplication {
    let receipt = try context.parameters.require("receipt")
    guard let application = try store.application(receipt: receipt) else {
      throw WebProblem.notFound(Bilingual("신청", "application"))
    }
    return application
  }
}
