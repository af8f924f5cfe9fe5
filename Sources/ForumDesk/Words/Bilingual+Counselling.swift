public import ForumRecords

extension Bilingual {
  public init(_ status: CounsellingSession.Status) {
    switch status {
    case .queued: self.init("대기", "Waiting")
    case .inProgress: self.init("상담 중", "In progress")
    case .done: self.init("마침", "Done")
    }
  }
}
