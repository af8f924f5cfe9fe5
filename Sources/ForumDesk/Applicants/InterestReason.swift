public import ForumRecords

/// Why somebody says no, or not yet: the forum's list, for statistics and better suggestions.
public enum InterestReason: String, CaseIterable, Hashable, Sendable, Codable {
  case otherTopic = "other_topic"
  case competitor
  case knownAlready = "known_already"
  case tooFar = "too_far"
  case wrongKind = "wrong_kind"
  case foundPartner = "found_partner"
  case noCapacity = "no_capacity"
  case needMoreInformation = "need_more_information"
  case internalDecision = "internal_decision"
  case other

  public var name: Bilingual {
    switch self {
    case .otherTopic: Bilingual("주제가 맞지 않음", "Another topic than ours")
    case .competitor: Bilingual("경쟁 관계", "A competitor")
    case .knownAlready: Bilingual("이미 아는 곳", "Known to us already")
    case .tooFar: Bilingual("거리가 멂", "Too far away")
    case .wrongKind: Bilingual("찾는 기관 유형이 아님", "Not the kind of organisation that we look for")
    case .foundPartner: Bilingual("이미 상대를 찾음", "We have found a partner")
    case .noCapacity: Bilingual("지금은 여력이 없음", "No capacity at present")
    case .needMoreInformation: Bilingual("정보가 더 필요함", "More information is needed")
    case .internalDecision: Bilingual("내부 결정이 필요함", "We have to decide on it first")
    case .other: Bilingual("그 밖의 이유", "Another reason")
    }
  }

  /// To which answers it may belong.
  public var answers: [InterestAnswer] {
    switch self {
    case .otherTopic, .competitor, .knownAlready, .tooFar, .wrongKind: [.no]
    case .needMoreInformation, .internalDecision: [.later]
    case .foundPartner, .noCapacity, .other: [.no, .later]
    }
  }

  /// The reasons of an answer; none of yes.
  public static func reasons(of answer: InterestAnswer) -> [InterestReason] {
    allCases.filter { $0.answers.contains(answer) }
  }
}
