public import ForumRecords

/// Who works at the desk, and what runs there.
extension Bilingual {
  public init(_ role: UserRole) {
    switch role {
    case .viewer: self.init("열람자", "Viewer")
    case .counsellor: self.init("상담자", "Counsellor")
    case .officer: self.init("담당관", "Officer")
    case .administrator: self.init("관리자", "Administrator")
    }
  }

  public init(_ state: Job.State) {
    switch state {
    case .running: self.init("진행 중", "Running")
    case .done: self.init("마침", "Done")
    case .failed: self.init("실패", "Failed")
    case .interrupted: self.init("중단됨", "Interrupted")
    }
  }

  /// A choice that a ranking policy makes, by its name in the file.
  public init(policyChoice name: String) {
    switch name {
    case "ties": self.init("새로운 협력(−1) · 검증된 협력(1)", "Fresh blood (−1) to proven ties (1)")
    case "nearness": self.init("먼 기관(−1) · 가까운 기관(1)", "Far (−1) to near (1)")
    case "size": self.init("작은 기관(−1) · 큰 기관(1)", "Small (−1) to large (1)")
    case "newcomer_share": self.init("신규 기관의 몫", "Newcomers' share")
    case "cap_share": self.init("기관별 상한", "Cap for one body")
    default: self.init(both: name)
    }
  }
}
