public import ForumRecords
public import ResearchProfiles
public import TableWriting

/// The forum's lists as tables for spreadsheets. None holds personal data: there are no contacts in them, and mail addresses and
/// telephone numbers are taken out of texts; ``PersonalExport`` adds contacts for a recipient who may have them.
public struct ForumTables: Sendable {
  public let language: Language
  /// Names of organisations by id; an id without a name is shown as it is.
  public let names: [OrganizationID: String]

  public init(language: Language, names: [OrganizationID: String] = [:]) {
    self.language = language
    self.names = names
  }

  public func applications(_ applications: [ForumApplication]) -> Table {
    TableColumn.table(Bilingual("신청", "Applications"), language, applications, applicationColumns)
  }

  var applicationColumns: [TableColumn<ForumApplication>] {
    [
      TableColumn("접수번호", "Receipt") { .text($0.receipt) },
      TableColumn("접수 시각", "Received") { .time($0.submitted.secondsSinceEpoch) },
      TableColumn("상태", "Status") { word(Bilingual($0.status)) },
      TableColumn("접수 경로", "Channel") { word(Bilingual($0.channel)) },
      TableColumn("신청기관", "Applicant") { text($0.application.applicant?.name) },
      TableColumn("기관 식별자", "Organisation id") { .text(ifAny: $0.application.applicant?.id?.rawValue) },
      TableColumn("기관 유형", "Kind") { word(Bilingual($0.application.applicant?.kind)) },
      TableColumn("지역", "Region") { text($0.region) },
      TableColumn("제목", "Title") { text($0.application.title) },
      TableColumn("요약", "Summary") { text($0.application.summary) },
      TableColumn("핵심어", "Keywords") { text($0.application.keywords.joined(separator: "; ")) },
      TableColumn("필요", "Needs") { text($0.application.needs.map(\.statement).joined(separator: "\n")) },
      TableColumn("제공", "Offers") { text($0.application.offers.map(\.statement).joined(separator: "\n")) },
      TableColumn("분야", "Field") { .text(ifAny: $0.field) },
      TableColumn("TRL", "TRL") { $0.readinessLevel.map { .number($0) } ?? .empty },
      TableColumn("예산 (백만 원)", "Budget (million won)") { $0.budgetMillionWon.map { .number($0) } ?? .empty },
      TableColumn("희망 유형", "Kinds wanted") { word(Bilingual(joining: $0.wantedKinds.map { Bilingual($0) })) },
      TableColumn("희망 지역", "Regions wanted") { text($0.wantedRegions.joined(separator: ", ")) },
      TableColumn("교육과정", "Courses") { word(Bilingual(joining: $0.courses.map { Bilingual($0) })) },
      TableColumn("공동연구", "Joint research") { yesNo($0.wantsJointResearch) },
      TableColumn("상담", "Counselling") { yesNo($0.wantsCounselling) },
    ]
  }

  /// - Parameter evidenceCounts: by organisation; empty cells where there is none.
  public func organizations(
    _ profiles: [OrganizationProfile], evidenceCounts: [OrganizationID: Int] = [:]
  ) -> Table {
    let languages = language == .korean ? ["ko", "en"] : ["en", "ko"]
    return TableColumn.table(
      Bilingual("기관", "Organisations"), language, profiles,
      [
        TableColumn("식별자", "Id") { .text($0.id.rawValue) },
        TableColumn("이름", "Name") { .text($0.names.text(preferring: languages)) },
        TableColumn("유형", "Kind") { word(Bilingual($0.kind)) },
        TableColumn("국가", "Country") { .text(ifAny: $0.country) },
        TableColumn("지역", "Region") { .text(ifAny: $0.region) },
        TableColumn("도시", "City") { .text(ifAny: $0.city) },
        TableColumn("규모", "Size") { .text(ifAny: $0.sizeClass) },
        TableColumn("누리집", "Home page") { .text(ifAny: $0.homepage) },
        TableColumn("소개", "Summary") { text($0.summary.text(preferring: languages)) },
        TableColumn("핵심어", "Keywords") { text($0.keywords.joined(separator: "; ")) },
        TableColumn("근거 수", "Evidence") { evidenceCounts[$0.id].map { .number($0) } ?? .empty },
      ])
  }

  /// In the order of receipts, then ranks.
  ///
  /// - Parameter reasons: turns a suggestion's stored reasons into sentences.
  public func suggestions(
    _ suggestions: [Suggestion], interests: [Interest] = [],
    reasons: @escaping (Suggestion) -> [Bilingual] = { _ in [] }
  ) -> Table {
    let answers = Dictionary(
      interests.map { (AnswerKey(receipt: $0.receipt, organization: $0.organization), $0) },
      uniquingKeysWith: { $0.time > $1.time ? $0 : $1 })
    func answer(_ suggestion: Suggestion) -> Interest? {
      answers[AnswerKey(receipt: suggestion.receipt, organization: suggestion.organization)]
    }
    let sorted = suggestions.sorted {
      ($0.receipt, $0.rank, $0.organization) < ($1.receipt, $1.rank, $1.organization)
    }
    return TableColumn.table(
      Bilingual("추천", "Suggestions"), language, sorted,
      [
        TableColumn("접수번호", "Receipt") { .text($0.receipt) },
        TableColumn("순위", "Rank") { .number($0.rank) },
        TableColumn("기관 식별자", "Organisation id") { .text($0.organization.rawValue) },
        TableColumn("기관", "Organisation") { name($0.organization) },
        TableColumn("적합도", "Level") { word(Bilingual($0.level)) },
        TableColumn("점수", "Score") { .number($0.score) },
        TableColumn("이유", "Reasons") { text(reasons($0).map { $0[language] }.joined(separator: "\n")) },
        TableColumn("공개", "Released") { yesNo($0.isReleased) },
        TableColumn("추천 시각", "Made") { .time($0.made.secondsSinceEpoch) },
        TableColumn("신청자 답변", "Applicant's answer") { answer($0).map { word(Bilingual($0.answer)) } ?? .empty },
        TableColumn("사유", "Reason") { .text(ifAny: answer($0)?.reason) },
      ])
  }

  /// One row for each introduction, with the time of each stage that it came to.
  public func introductions(_ introductions: [Introduction], outcomes: [OutcomeEvent]) -> Table {
    var events: [Int64: [OutcomeEvent]] = [:]
    for event in outcomes { events[event.introduction, default: []].append(event) }
    for id in events.keys { events[id]?.sort { ($0.time, $0.id) < ($1.time, $1.id) } }
    var columns: [TableColumn<Introduction>] = [
      TableColumn("번호", "Number") { .number(Double($0.id)) },
      TableColumn("접수번호", "Receipt") { .text($0.receipt) },
      TableColumn("기관 식별자", "Organisation id") { .text($0.organization.rawValue) },
      TableColumn("기관", "Organisation") { name($0.organization) },
      TableColumn("기관의 접수번호", "Its own receipt") { .text(ifAny: $0.partnerReceipt) },
      TableColumn("상태", "State") { word(Bilingual($0.state)) },
      TableColumn("신청자 답변", "Applicant's answer") { word(Bilingual($0.applicantAnswer?.answer)) },
      TableColumn("기관 답변", "Partner's answer") { word(Bilingual($0.partnerAnswer?.answer)) },
      TableColumn("제안 시각", "Proposed") { .time($0.created.secondsSinceEpoch) },
    ]
    for stage in OutcomeEvent.Stage.allCases {
      let name = Bilingual(stage)
      columns.append(
        TableColumn(name.korean, name.english) { introduction in
          events[introduction.id]?.first { $0.stage == stage }.map { .time($0.time.secondsSinceEpoch) } ?? .empty
        })
    }
    columns.append(
      TableColumn("사유", "Reason") { introduction in
        .text(ifAny: events[introduction.id]?.last { $0.reason != nil }?.reason)
      })
    return TableColumn.table(Bilingual("소개와 성과", "Introductions"), language, introductions, columns)
  }

  /// One row for each application and course that it wants.
  public func courseDemands(_ applications: [ForumApplication]) -> Table {
    let demands = applications.filter { $0.status != .withdrawn }.flatMap { application in
      Course.allCases.filter(application.courses.contains).map { (application: application, course: $0) }
    }
    return TableColumn.table(
      Bilingual("교육과정 수요", "Course demand"), language, demands,
      [
        TableColumn("과정", "Course") { word(Bilingual($0.course)) },
        TableColumn("접수번호", "Receipt") { .text($0.application.receipt) },
        TableColumn("접수 시각", "Received") { .time($0.application.submitted.secondsSinceEpoch) },
        TableColumn("신청기관", "Applicant") { text($0.application.application.applicant?.name) },
        TableColumn("기관 유형", "Kind") { word(Bilingual($0.application.application.applicant?.kind)) },
        TableColumn("지역", "Region") { text($0.application.region) },
        TableColumn("분야", "Field") { .text(ifAny: $0.application.field) },
      ])
  }

  /// Two tables: consents, and what was provided under them.
  public func consentLedger(_ consents: [Consent], _ provisions: [Provision], at time: ForumTime) -> [Table] {
    [
      TableColumn.table(
        Bilingual("동의", "Consents"), language, consents,
        [
          TableColumn("동의 번호", "Consent") { .number(Double($0.id)) },
          TableColumn("접수번호", "Receipt") { .text($0.receipt) },
          TableColumn("제공받는 자", "Recipient") { recipient($0.recipient) },
          TableColumn("목적", "Purpose") { text($0.purpose) },
          TableColumn("항목", "Items") { items($0.items) },
          TableColumn("방법", "Method") { word(Bilingual($0.method)) },
          TableColumn("동의 시각", "Given") { .time($0.given.secondsSinceEpoch) },
          TableColumn("유효기간", "Valid until") { .time($0.validUntil.secondsSinceEpoch) },
          TableColumn("철회 시각", "Withdrawn") { $0.withdrawn.map { .time($0.secondsSinceEpoch) } ?? .empty },
          TableColumn("유효", "Live") { yesNo($0.isLive(at: time)) },
        ]),
      TableColumn.table(
        Bilingual("제공 대장", "Provisions"), language, provisions,
        [
          TableColumn("번호", "Number") { .number(Double($0.id)) },
          TableColumn("제공 시각", "Provided") { .time($0.time.secondsSinceEpoch) },
          TableColumn("접수번호", "Receipt") { .text($0.receipt) },
          TableColumn("제공받은 자", "Recipient") { recipient($0.recipient, name: $0.recipientName) },
          TableColumn("목적", "Purpose") { text($0.purpose) },
          TableColumn("항목", "Items") { items($0.items) },
          TableColumn("동의 번호", "Consent") { .number(Double($0.consentID)) },
          TableColumn("처리자", "By") { .text($0.actor) },
        ]),
    ]
  }

  private struct AnswerKey: Hashable {
    var receipt: String
    var organization: OrganizationID
  }

  func word(_ word: Bilingual) -> TableCell { word[language].isEmpty ? .empty : .text(word[language]) }

  func yesNo(_ value: Bool) -> TableCell { word(value ? Bilingual("예", "Yes") : Bilingual("아니요", "No")) }

  /// Free text, without what points to a person.
  func text(_ text: String?) -> TableCell {
    guard let text, !text.isEmpty else { return .empty }
    return .text(PublicText(text).text)
  }

  func recipient(_ recipient: String, name: String? = nil) -> TableCell {
    word(Bilingual(recipient: recipient, name: name ?? names[OrganizationID(recipient)]))
  }

  func items(_ items: [String]) -> TableCell { word(Bilingual(joining: items.map { Bilingual(consentItem: $0) })) }

  private func name(_ id: OrganizationID) -> TableCell { .text(names[id] ?? id.rawValue) }
}
