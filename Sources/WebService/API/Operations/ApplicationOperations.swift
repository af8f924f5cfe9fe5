import ForumDesk
import ForumRecords
import HTTPTypes
import PartnerDiscovery
import ResearchProfiles

/// Taking applications in, reading and changing them.
extension APIOperation {
  static let applicationOperations: [APIOperation] = [
    APIOperation(
      "listApplications", .get, "/applications", .applications, role: .viewer, "Lists applications",
      "With `q` those that hold any of the words, best first; otherwise the newest first.",
      parameters: [
        .query("q", .string(length: 1...500), "Words to look for.", example: "자력계"),
        .query(
          "status", .list(of: .oneOf(ApplicationStatus.self), count: 0...4), "Any of them.", example: ["received"]),
        .query("channel", .list(of: .oneOf(SubmissionChannel.self), count: 0...5), "Any of them.", example: ["web"]),
        .query("course", .list(of: .oneOf(Course.self), count: 0...2), "At least one of them is asked for."),
        .query("field", .list(of: .string(length: 1...20), count: 0...20), "Codes of fields of research."), .kind,
        .country, .region,
      ] + APIParameter.page(),
      answers: [
        APIAnswer(
          status: .ok, description: "A part of the list.", schema: .named("ApplicationList"),
          headers: ["Link": linkText])
      ]
    ) { call in
      var filter = ApplicationFilter()
      filter.statuses = call.cases("status")
      filter.channels = call.cases("channel")
      filter.courses = call.cases("course")
      filter.fields = call.texts("field")
      filter.kinds = call.cases("kind")
      filter.countries = call.texts("country").map { $0.uppercased() }
      filter.regions = call.texts("region")
      let found = try call.desk.applications(matching: call.text("q"), filter, page: call.page)
      return call.list(found) { ApplicationDocument($0) }
    },
    APIOperation(
      "submitApplication", .post, "/applications", .applications, role: .officer, "Hands an application in",
      "The members are the questions of the forum's form; which must be answered depends on others, and is said in "
        + "`errors`. Personal data in texts that may be published are taken out, and `notices` says so. When this is answered "
        + "the application is kept and has its suggestions.",
      parameters: [
        .header(
          "Idempotency-Key", .string(length: 1...100, pattern: "^[A-Za-z0-9._:-]+$"),
          "The client's own key of the application. The same key again adds nothing: other answers revise the application.",
          example: "form-7-row-12")
      ],
      body: APIBody(
        schema: IntakeRequest.schema, description: "The answers to the forum's form.", example: IntakeRequest.example),
      answers: [
        APIAnswer(
          status: .created, description: "It was taken in.", schema: .named("Submission"),
          headers: ["Location": "Where it is."]),
        APIAnswer(status: .ok, description: "The same key came before.", schema: .named("Submission")),
      ], problems: [.conflict: "The application of this key was purged: it does not come back."], handle: submit),
    APIOperation(
      "getApplication", .get, "/applications/{receipt}", .applications, role: .viewer, "An application",
      parameters: [.receipt],
      answers: [APIAnswer(status: .ok, description: "The application.", schema: .named("Application"))]
    ) { call in APIReply(ApplicationDocument(try call.application())) },
    APIOperation(
      "amendApplication", .patch, "/applications/{receipt}", .applications, role: .officer, "Changes an application",
      "A merge patch (RFC 7396): members that are there are changed, `null` takes an answer away.",
      parameters: [.receipt],
      body: APIBody(
        schema: IntakeRequest.amendmentSchema, description: "The answers that change, or the status.",
        example: ["revision": 1, "title": "다이아몬드 양자 자력계", "status": "published"],
        mediaType: "application/merge-patch+json"),
      answers: [APIAnswer(status: .ok, description: "The application as it is now.", schema: .named("Submission"))],
      problems: [.conflict: "Somebody has changed it meanwhile, or its personal data were purged."], handle: amend),
    APIOperation(
      "getContact", .get, "/applications/{receipt}/contact", .applications, role: .officer,
      "Whom to reach, as far as a live consent lets the recipient know",
      "The only answer with personal data. One live consent of the application must name the recipient and the purpose, and "
        + "everything that is given; each request is written into the ledger of provisions with the client's name.",
      parameters: [
        .receipt,
        .query(
          "purpose", .string(length: 1...500), isRequired: true, "What for, in the words of the consent.",
          example: .string(IntakeForm.standard[.forumConsent]?.consent?.purpose.korean ?? "")),
        .query(
          "recipient", JSONSchema.string(length: 1...300).with("default", "forum"),
          "Who gets it: `forum`, `partners`, `training`, or an organisation's id.", example: "forum"),
        .query(
          "item", .list(of: .oneOf(["name", "email", "phone", "position", "department"]), count: 0...5),
          "What is wanted; all that the consent names where none is.", example: ["name", "email"]),
      ],
      answers: [APIAnswer(status: .ok, description: "What was provided.", schema: .named("Contact"))],
      problems: [
        .forbidden:
          "The token's role is not at least `officer`, or no live consent covers the recipient, the purpose and "
          + "every item."
      ], handle: contact),
  ]

  @Sendable private static func submit(_ call: APICall) throws -> APIReply {
    let reading = IntakeForm.standard.read(
      IntakeAnswers(Dictionary(uniqueKeysWithValues: IntakeRequest.answers(call.body).map { ($0.rawValue, $1) })))
    guard reading.isAcceptable else { throw IntakeRequest.problem(reading.problems) }
    let key = call.text("Idempotency-Key").map { "api:\(call.client?.id ?? 0):\($0)" }
    let language = call.body["language"]?.text.flatMap(Language.init(rawValue:)) ?? .korean
    let (application, contact, consents) = reading.submission(
      channel: .api, language: language, time: call.desk.now, method: .imported, sourceKey: key)
    let submission = try call.desk.submit(application, contact: contact, consents: consents, actor: call.actor)
    if submission.effect == .purged {
      throw APIProblem(.conflict, "The application of this key was purged: it does not come back.")
    }
    let document = SubmissionDocument(submission.effect, submission.application, reading.notices)
    guard submission.effect == .added else { return APIReply(document) }
    return APIReply(
      document, status: .created,
      headers: [.location: APIRoutes.base + "/applications/" + submission.application.receipt])
  }

  @Sendable private static func amend(_ call: APICall) throws -> APIReply {
    var application = try call.application()
    let revision = call.body["revision"]?.integer
    if let revision, revision != application.revision {
      throw ForumStoreError.staleRevision(
        receipt: application.receipt, expected: revision, found: application.revision)
    }
    let answers = IntakeRequest.answers(call.body)
    var notices: [IntakeProblem] = []
    if !answers.isEmpty {
      switch try call.desk.amend(application, answers, revision: revision, actor: call.actor) {
      case .refused(let problems): throw IntakeRequest.problem(problems)
      case .revised(let revised, let found): (application, notices) = (revised, found)
      }
    }
    if let status = call.body["status"]?.text.flatMap(ApplicationStatus.init(rawValue:)), status != application.status {
      application = try call.desk.setStatus(status, of: application.receipt, actor: call.actor)
    }
    return APIReply(SubmissionDocument(answers.isEmpty ? .unchanged : .revised, application, notices))
  }

  @Sendable private static func contact(_ call: APICall) throws -> APIReply {
    let receipt = try call.application().receipt
    let purpose = try call.required("purpose")
    let recipient = call.text("recipient") ?? Consent.forum
    var items = call.texts("item")
    if items.isEmpty {
      // What one consent names; where there is none the store says what is missing.
      let now = call.desk.now
      let consent = try call.desk.store.liveConsents(receipt: receipt, at: now).filter { consent in
        consent.purpose == purpose && (consent.recipient == recipient || consent.recipient == Consent.partners)
      }.max { ($0.items.count, $1.id) < ($1.items.count, $0.id) }
      items = (consent?.items ?? Consent.items).filter { $0 != "application" }
    }
    let provided = try call.desk.store.provide(
      items, of: receipt, to: recipient,
      recipientName: call.desk.live?.session.summary(of: OrganizationID(recipient))?.name, purpose: purpose,
      actor: call.actor, time: call.desk.now)
    return APIReply(ContactDocument(provided))
  }
}
