import ForumDesk
import ForumRecords
import ResearchProfiles

/// What the template `receipt` shows: what somebody keeps of an application.
struct ReceiptContent: Sendable {
  var receipt: String
  var title: String
  var submitted: String
  var pairs: [LabelledText]
  var isCleaned: Bool
  /// Printed by staff for somebody else.
  var isStaff: Bool
  var link: String
  var address: String
  var qrCodeHTML: String?
  var suggestions: [SuggestionCard]
  var hasSuggestions: Bool
  var wantsResearch: Bool

  init(
    _ application: ForumApplication, _ desk: ForumDesk, baseAddress: String, isCleaned: Bool,
    isStaff: Bool = false, _ context: DeskRequestContext
  ) throws {
    let language = context.language
    let personal = PersonalLink(application, desk)
    receipt = application.receipt
    title = application.application.title
    submitted = application.submitted.description
    pairs = ApplicationPairs(application, language).all
    self.isCleaned = isCleaned
    self.isStaff = isStaff
    address = personal.address()
    link = baseAddress + personal.address()
    qrCodeHTML = (try? QRCode(text: link))?.svg(
      title: Bilingual("내 신청 페이지의 QR 코드", "QR code of your own page")[language])
    suggestions = try desk.suggestedPartners(of: application.receipt).enumerated().map {
      SuggestionCard($1, place: $0, language)
    }
    hasSuggestions = !suggestions.isEmpty
    wantsResearch = application.wantsJointResearch
  }
}
