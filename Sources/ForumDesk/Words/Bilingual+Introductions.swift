public import ForumRecords

/// How far introductions are.
extension Bilingual {
  public init(_ state: Introduction.State) {
    switch state {
    case .proposed: self.init("답변 대기", "Awaiting answers")
    case .mutual: self.init("서로 관심", "Mutual interest")
    case .declined: self.init("거절", "Declined")
    case .closed: self.init("종료", "Closed")
    }
  }

  public init(_ stage: OutcomeEvent.Stage) {
    switch stage {
    case .introduced: self.init("소개", "Introduced")
    case .met: self.init("만남", "Met")
    case .agreed: self.init("합의", "Agreed")
    case .submitted: self.init("과제 신청", "Submitted")
    case .funded: self.init("선정", "Funded")
    case .ended: self.init("무산", "Ended")
    }
  }
}
