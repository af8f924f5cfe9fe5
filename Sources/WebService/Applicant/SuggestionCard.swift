import ForumDesk
import ForumRecords
import PartnerDiscovery
import ResearchProfiles

/// A suggested partner as the templates `receipt` and `my` show it.
struct SuggestionCard: Sendable {
  struct Choice: Sendable {
    var value: String
    var label: String
    var isChosen: Bool
  }

  struct ReasonGroup: Sendable {
    var answer: String
    var legend: String
    var button: String
    var reasons: [Choice]
  }

  /// Of the reasons the weightiest are told: the others are much the same for everybody.
  private static let reasonCount = 3

  var place: String
  var organization: String
  var name: String
  var level: String
  var levelClass: String
  var facts: [String]
  var sentences: [String]
  var evidence: [EvidenceItem]
  var answer: String?
  var isAnswered: Bool
  var isYes: Bool
  var refusals: [ReasonGroup]

  init(_ partner: SuggestedPartner, place: Int, _ language: Language) {
    self.place = "s\(place)"
    organization = partner.organization.id.rawValue
    name = partner.organization.name
    level = Bilingual(partner.level)[language]
    levelClass = partner.level.badge
    facts = partner.organization.facts(in: language)
    sentences = partner.sentences.prefix(Self.reasonCount).map { $0[language] }
    evidence = (partner.reasons?.evidence ?? []).map { EvidenceItem($0, language) }
    answer = partner.answer.map { Bilingual($0.answer)[language] }
    isAnswered = partner.answer != nil
    isYes = partner.answer?.answer == .yes
    let chosen = partner.answer?.reason
    refusals = [InterestAnswer.later, .no].map { answer in
      ReasonGroup(
        answer: answer.rawValue,
        legend: answer == .later
          ? Bilingual("나중에: 무엇이 필요한가요?", "Later: what is needed?")[language]
          : Bilingual("관심 없음: 이유를 알려 주시면 추천이 나아집니다", "No: a reason makes the suggestions better")[language],
        button: Bilingual(answer)[language],
        reasons: InterestReason.reasons(of: answer).map {
          Choice(value: $0.rawValue, label: $0.name[language], isChosen: $0.rawValue == chosen)
        })
    }
  }
}

extension EvidenceItem {
  /// What was kept with a suggestion.
  init(_ item: SuggestionReasons.Item, _ language: Language) {
    kind = Bilingual(item.kind)[language]
    title = item.title.isEmpty ? item.id.rawValue : item.title
    year = item.year.map { String($0) }
    passage = item.passage.map { passage in
      let ranges = item.matches.compactMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]..<$0[1] : nil }
      return Self.marked(passage, matches: ranges)
    }
    terms = nil
  }
}
