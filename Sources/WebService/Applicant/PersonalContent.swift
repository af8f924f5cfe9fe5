import ForumDesk
import ForumRecords
import ResearchProfiles

/// What the template `my` shows.
struct PersonalContent: Sendable {
  struct Encounter: Sendable {
    var id: Int64
    var name: String
    var applicationTitle: String?
    var state: String
    var stateClass: String
    var story: [String]
    var canAnswer: Bool
    var wantsAnswer: Bool
    var contact: [LabelledText]
    var isOpen: Bool
    var obstacles: [String]
    var lacksConsent: Bool
  }

  struct ConsentEntry: Sendable {
    var key: String
    var statement: String
    var isLive: Bool
    var isForum: Bool
    var since: String?
    var canGive: Bool
    var wordingHTML: String
  }

  struct Disclosure: Sendable {
    var time: String
    var recipient: String
    var items: String
  }

  var formToken: String
  var address: String
  var receipt: String
  var title: String
  var isUntitled: Bool
  var status: String
  var statusClass: String
  var isActive: Bool
  var submitted: String
  var pairs: [LabelledText]
  var suggestions: [SuggestionCard]
  var hasSuggestions: Bool
  var wantsResearch: Bool
  var introductions: [Encounter]
  var hasIntroductions: Bool
  var consents: [ConsentEntry]
  var disclosures: [Disclosure]
  var hasDisclosures: Bool
  var counselling: String?
  var canQueue: Bool

  init(_ application: ForumApplication, _ desk: ForumDesk, _ context: DeskRequestContext) throws {
    let language = context.language
    let receipt = application.receipt
    formToken = context.formToken
    address = PersonalLink(application, desk).address()
    self.receipt = receipt
    title = application.application.title
    isUntitled = title.isEmpty
    isActive = application.status == .received || application.status == .published
    status = Bilingual(application.status)[language]
    statusClass = application.status.badge
    submitted = application.submitted.description
    pairs = ApplicationPairs(application, language).all
    let isActive = isActive
    suggestions =
      try isActive
      ? desk.suggestedPartners(of: receipt).enumerated().map { SuggestionCard($1, place: $0, language) } : []
    hasSuggestions = !suggestions.isEmpty
    wantsResearch = application.wantsJointResearch
    introductions = try desk.introductions(of: receipt).map { Self.encounter($0, isActive: isActive, language) }
    hasIntroductions = !introductions.isEmpty
    consents = try Self.consents(of: application, desk, language)
    disclosures = try desk.store.provisions(receipt: receipt).items.map { provision in
      Disclosure(
        time: provision.time.description,
        recipient: Bilingual(recipient: provision.recipient, name: provision.recipientName)[language],
        items: provision.items.map { Bilingual(consentItem: $0)[language] }.joined(separator: ", "))
    }
    hasDisclosures = !disclosures.isEmpty
    let sessions = try desk.store.counsellingSessions(CounsellingFilter(receipt: receipt)).items
    counselling = sessions.last.map { Self.counselling($0)[language] }
    canQueue = isActive && !sessions.contains { $0.status != .done }
  }

  private static func encounter(
    _ introduction: ApplicantIntroduction, isActive: Bool, _ language: Language
  ) -> Encounter {
    let entry = introduction.introduction
    let own = Bilingual(introduction.ownAnswer).inSentence
    let other = Bilingual(introduction.otherAnswer).inSentence
    var story: [Bilingual] = []
    if introduction.isRequest {
      story.append(Bilingual("이 기관이 함께하고 싶다고 알려 왔습니다.", "This organisation would like to work with you."))
    }
    if introduction.isFromOffice {
      story.append(Bilingual("포럼 사무국이 이 기관을 소개합니다.", "The forum's office would like to bring you together."))
    }
    story.append(Bilingual("내 답: \(own.korean)", "Your answer: \(own.english)"))
    story.append(Bilingual("상대 기관의 답: \(other.korean)", "Their answer: \(other.english)"))
    return Encounter(
      id: entry.id, name: introduction.name, applicationTitle: introduction.title,
      state: Bilingual(entry.state)[language],
      stateClass: entry.state.badge, story: story.map { $0[language] }, canAnswer: isActive && entry.state != .closed,
      wantsAnswer: isActive && entry.state != .closed && introduction.ownAnswer != .yes,
      contact: introduction.contact.contact.map { $0.pairs(in: language) } ?? [],
      isOpen: introduction.contact.contact != nil,
      obstacles: introduction.contact.obstacles.map { $0.message[language] },
      lacksConsent: introduction.contact.obstacles.contains(.ownConsent))
  }

  private static func consents(
    of application: ForumApplication, _ desk: ForumDesk, _ language: Language
  ) throws -> [ConsentEntry] {
    let live = try desk.store.liveConsents(receipt: application.receipt, at: desk.now)
    let isActive = application.status == .received || application.status == .published
    return IntakeForm.standard.fields.compactMap { field in
      guard let text = field.consent else { return nil }
      let consent = live.last { $0.recipient == text.recipient }
      if consent == nil, text.recipient == Consent.training, application.courses.isEmpty { return nil }
      return ConsentEntry(
        key: field.key.rawValue, statement: text.statement[language], isLive: consent != nil,
        isForum: text.recipient == Consent.forum,
        since: consent.map {
          Bilingual(
            "\($0.given.seoulDate)부터 \($0.validUntil.seoulDate)까지",
            "from \($0.given.seoulDate) to \($0.validUntil.seoulDate)")[
              language]
        },
        canGive: consent == nil && isActive, wordingHTML: ConsentView(text: text, language: language).html)
    }
  }

  private static func counselling(_ session: CounsellingSession) -> Bilingual {
    switch session.status {
    case .queued: Bilingual("상담을 신청했습니다. 차례를 기다리고 있습니다.", "You are in the queue for counselling.")
    case .inProgress: Bilingual("상담이 진행되고 있습니다.", "Counselling is going on.")
    case .done:
      session.referral.map { course in
        let name = Bilingual(course)
        return Bilingual(
          "상담을 마쳤습니다. \(name.korean)을 안내해 드렸습니다.",
          "Counselling is done. You were pointed to the \(name.inSentence.english).")
      } ?? Bilingual("상담을 마쳤습니다.", "Counselling is done.")
    }
  }
}
