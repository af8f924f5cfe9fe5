import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import PartnerDiscovery
import PartnerRanking
import ResearchProfiles
import Retrieval

/// An application's ranked partners, what staff decides about each, and why each stands where it does.
struct PartnerRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static let partnerCount = 20

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/applications/:receipt/partners") { _, context in
      let account = try context.account(withRole: .viewer)
      let application = try desk.application(in: context)
      return try renderer.page(
        "partners", title: Bilingual("추천 기관", "Partners"), content(application, account, context), context)
    }
    router.post("/desk/applications/:receipt/marks") { request, context in try await mark(request, context) }
    router.post("/desk/applications/:receipt/notes") { request, context in try await note(request, context) }
    router.get("/desk/applications/:receipt/explain") { request, context in
      try context.account(withRole: .viewer)
      let application = try desk.application(in: context)
      return try renderer.page(
        "explain", title: Bilingual("점수 풀이", "The score explained"),
        explanation(of: OrganizationID(request.query["organization"] ?? ""), for: application, context), context)
    }
  }

  // MARK: Ranked partners

  private struct Content: Sendable {
    struct Toggle: Sendable {
      var value: String
      var label: String
      /// For `aria-pressed`.
      var isOn: String
    }

    struct Note: Sendable {
      var by: String
      var text: String
    }

    struct Partner: Sendable {
      var rank: Int
      var id: String
      var name: String
      var address: String
      var level: String
      var levelClass: String
      var facts: [String]
      var marks: [String]
      var answer: String?
      var reasons: String
      var evidence: [EvidenceItem]
      var notes: [Note]
      var canChange: Bool
      var toggles: [Toggle]
      var introduction: PageLayout.Link?
      var marksAddress: String
      var notesAddress: String
      var introductionsAddress: String
      var explainAddress: String
      var formToken: String
    }

    var head: ApplicationHead
    var addedText: String?
    var isEmpty: Bool
    var partners: [Partner]
  }

  private func content(
    _ application: ForumApplication, _ account: UserAccount, _ context: DeskRequestContext
  ) throws -> Content {
    let language = context.language
    let receipt = application.receipt
    let matches = try desk.partners(for: application, limit: Self.partnerCount)
    let best = matches.first?.score.total ?? 0
    let marks = Dictionary(grouping: try desk.store.marks(receipt: receipt), by: \.organization)
    let notes = Dictionary(grouping: try desk.store.notes(receipt: receipt), by: \.organization)
    let interests = Dictionary(
      try desk.store.interests(receipt: receipt).map { ($0.organization, $0) }, uniquingKeysWith: { $1 })
    var filter = IntroductionFilter()
    filter.receipt = receipt
    let introductions = Dictionary(
      try desk.store.introductions(filter).items.map { ($0.organization, $0) }, uniquingKeysWith: { $1 })
    let base = ApplicationHead.address(of: receipt)
    let partners = matches.enumerated().map { place, match -> Content.Partner in
      let id = match.organization.id
      let given = Set((marks[id] ?? []).map(\.kind))
      let level = ForumDesk.level(of: match, best: best)
      return Content.Partner(
        rank: place + 1, id: id.rawValue, name: match.organization.name, address: SearchRoutes.address(of: id),
        level: Bilingual(level)[language], levelClass: level.badge,
        facts: match.organization.facts(in: language),
        marks: PartnerMark.Kind.allCases.filter(given.contains).map { Bilingual($0)[language] },
        answer: interests[id].map {
          Bilingual("신청자: ", "applicant: ")[language] + Bilingual($0.answer)[language]
        },
        reasons: SuggestionReasons(match).sentences.prefix(4).map { $0[language] }.joined(separator: " · "),
        evidence: match.evidence.map { EvidenceItem($0.result, terms: $0.terms, language) },
        notes: (notes[id] ?? []).map { Content.Note(by: $0.by, text: $0.text) }, canChange: account.role >= .officer,
        toggles: PartnerMark.Kind.allCases.map {
          Content.Toggle(
            value: $0.rawValue, label: Bilingual($0)[language], isOn: given.contains($0) ? "true" : "false")
        },
        introduction: introductions[id].map {
          PageLayout.Link(
            label: Bilingual("소개: ", "introduction: ")[language] + Bilingual($0.state)[language],
            address: IntroductionRoutes.address(of: $0.id))
        },
        marksAddress: base + "/marks", notesAddress: base + "/notes", introductionsAddress: base + "/introductions",
        explainAddress: base + "/explain" + AddressText.query([("organization", id.rawValue)]),
        formToken: context.formToken)
    }
    let added = (desk.live?.matcher.addedTerms(to: application.application) ?? []).prefix(10).map(\.term)
    return Content(
      head: ApplicationHead(application, tab: .partners, language),
      addedText: added.isEmpty ? nil : added.joined(separator: ", "), isEmpty: partners.isEmpty, partners: partners)
  }

  // MARK: Decisions

  private func mark(_ request: Request, _ context: DeskRequestContext) async throws -> Response {
    let account = try context.account(withRole: .officer)
    let form = try await context.form(request, desk)
    let application = try desk.application(in: context)
    guard let organization = form["organization"].map({ OrganizationID($0) }),
      let kind = form["mark"].flatMap(PartnerMark.Kind.init(rawValue:))
    else { throw WebProblem.invalid(Bilingual("무엇을 표시할지 알 수 없습니다.", "It is not said what to mark.")) }
    let isSet = try desk.store.marks(receipt: application.receipt).contains {
      $0.organization == organization && $0.kind == kind
    }
    let (receipt, actor, now) = (application.receipt, account.name, desk.now)
    if isSet {
      try desk.store.removeMark(kind, receipt: receipt, organization: organization, actor: actor, time: now)
    } else {
      try desk.store.setMark(kind, receipt: receipt, organization: organization, actor: actor, time: now)
    }
    return Response.seeOther(back(to: application, form))
  }

  private func note(_ request: Request, _ context: DeskRequestContext) async throws -> Response {
    let account = try context.account(withRole: .counsellor)
    let form = try await context.form(request, desk)
    let application = try desk.application(in: context)
    guard let organization = form["organization"], let text = form["text"] else {
      throw WebProblem.invalid(Bilingual("메모가 비어 있습니다.", "The note is empty."))
    }
    _ = try desk.store.addNote(
      String(text.prefix(2000)), receipt: application.receipt, organization: OrganizationID(organization),
      actor: account.name, time: desk.now)
    return Response.seeOther(back(to: application, form))
  }

  /// Where the change was made: the page, at the partner's card.
  private func back(to application: ForumApplication, _ form: FormFields) -> String {
    ApplicationHead.address(of: application.receipt) + (form["from"] == "consortium" ? "/consortium" : "/partners")
      + (form["rank"].flatMap { Int($0) }.map { "#p\($0)" } ?? "")
  }

  // MARK: Explanation

  private struct Explained: Sendable {
    struct Part: Sendable {
      var name: String
      var points: String
      /// 0...100 of the largest part's size.
      var share: Int
      var isNegative: Bool
    }

    var head: ApplicationHead
    var name: String
    var address: String
    var place: String
    var exclusion: String?
    var parts: [Part]
    var total: String
    var evidence: [EvidenceItem]
  }

  private func explanation(
    of organization: OrganizationID, for application: ForumApplication, _ context: DeskRequestContext
  ) throws -> Explained {
    let language = context.language
    let explanation = try explain(organization, for: application)
    let largest = PartnerScore.Part.allCases.map { abs(explanation.score[$0]) }.max() ?? 0
    return Explained(
      head: ApplicationHead(application, tab: .partners, language), name: explanation.organization.name,
      address: SearchRoutes.address(of: explanation.organization.id),
      place: explanation.rank.map {
        Bilingual(
          "후보 \(explanation.candidateCount)곳 가운데 \($0)위", "place \($0) of \(explanation.candidateCount) candidates"
        )[language]
      } ?? "",
      exclusion: explanation.exclusion.map { exclusion in
        switch exclusion {
        case .isApplicant: Bilingual("신청 기관 자신입니다.", "This is the applicant itself.")[language]
        case .noConnection:
          Bilingual(
            "이 신청에 닿는 실적도, 함께 일한 이력도 없습니다.",
            "None of its work speaks to the application, and no shared work leads to it."
          )[language]
        }
      },
      parts: PartnerScore.Part.allCases.filter { explanation.score[$0] != 0 }.map { part in
        let points = explanation.score[part]
        return Explained.Part(
          name: Bilingual(part)[language], points: Number.decimal(points, places: 6),
          share: largest > 0 ? Int((100 * abs(points) / largest).rounded()) : 0, isNegative: points < 0)
      }, total: Number.decimal(explanation.score.total, places: 6),
      evidence: explanation.evidence.map {
        EvidenceItem($0.matched.result, terms: $0.explanation.parts.prefix(6).map(\.term), language)
      })
  }

  private func explain(
    _ organization: OrganizationID, for application: ForumApplication
  ) throws -> PartnerExplanation {
    guard let live = desk.live, live.session.summary(of: organization) != nil else {
      throw WebProblem.notFound(Bilingual("기관", "organisation"))
    }
    guard application.application.hasText else {
      throw WebProblem.invalid(Bilingual("신청 내용이 비어 있습니다.", "The application has no text."))
    }
    return try live.matcher.explain(organization, for: application.application)
  }
}
