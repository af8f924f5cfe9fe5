public import ForumRecords

/// Whether one side of an introduction may see the other's contact: the details, or everything that is missing for it.
public enum ContactOpening: Hashable, Sendable {
  public enum Obstacle: String, CaseIterable, Hashable, Sendable {
    /// The one who looks has not said yes.
    case ownAnswer
    case otherAnswer
    case declined
    case closed
    /// The one who looks has not agreed that its own contact is passed on.
    case ownConsent
    case otherConsent
    /// The other side has not applied itself: the forum's office gets in touch with it.
    case otherHasNotApplied
    /// The other side left no contact, or has had it removed.
    case noContact
  }

  case open(ContactDetails)
  case closed([Obstacle])

  public var contact: ContactDetails? {
    if case .open(let contact) = self { contact } else { nil }
  }

  public var obstacles: [Obstacle] {
    if case .closed(let obstacles) = self { obstacles } else { [] }
  }
}

extension ContactOpening.Obstacle {
  /// Says what is missing, and what to do.
  public var message: Bilingual {
    switch self {
    case .ownAnswer: Bilingual("아직 답하지 않으셨습니다.", "You have not said yes yet.")
    case .otherAnswer: Bilingual("상대 기관이 아직 답하지 않았습니다.", "The other side has not answered yet.")
    case .declined: Bilingual("한쪽이 원하지 않아 소개가 이루어지지 않았습니다.", "One side said no: there is no introduction.")
    case .closed: Bilingual("포럼 사무국이 이 소개를 마감했습니다.", "The forum's office has closed this introduction.")
    case .ownConsent:
      Bilingual(
        "내 연락처를 상대 기관에 제공하는 데 동의하지 않으셨습니다. 아래 ‘동의’에서 동의하시면 서로의 연락처가 열립니다.",
        "You have not agreed that your contact is passed on. Give that consent below, under “Consents”.")
    case .otherConsent:
      Bilingual(
        "상대 기관이 연락처 제공에 아직 동의하지 않았습니다.",
        "The other side has not agreed to passing on its contact.")
    case .otherHasNotApplied:
      Bilingual(
        "상대 기관은 포럼에 신청하지 않은 곳입니다. 포럼 사무국이 상대 기관의 뜻을 물어 알려 드립니다.",
        "The other side has not applied to the forum itself. The forum's office asks it and lets you know.")
    case .noContact:
      Bilingual("상대 기관의 연락처가 없습니다. 포럼 사무국에 문의해 주십시오.", "There is no contact of the other side. Ask the forum's office.")
    }
  }
}
