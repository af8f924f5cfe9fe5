public import ForumRecords
public import ResearchProfiles

/// What applications are called by their state and by what they ask for.
extension Bilingual {
  public init(_ status: ApplicationStatus) {
    switch status {
    case .received: self.init("접수", "Received")
    case .published: self.init("공개", "Published")
    case .closed: self.init("종료", "Closed")
    case .withdrawn: self.init("철회", "Withdrawn")
    }
  }

  public init(_ channel: SubmissionChannel) {
    switch channel {
    case .web: self.init("웹 신청", "Web form")
    case .paper: self.init("종이 신청서", "Paper form")
    case .formImport: self.init("설문 가져오기", "Form service")
    case .file: self.init("파일", "File")
    case .api: self.init("시스템 연계(API)", "API")
    }
  }

  public init(_ course: Course) {
    switch course {
    case .commercialisation: self.init("양자 기술사업화 과정", "Commercialisation course")
    case .industry: self.init("양자 산업 과정", "Industry course")
    }
  }

  public init(_ urgency: Need.Urgency) {
    switch urgency {
    case .required: self.init("필수", "Required")
    case .wished: self.init("희망", "Wished")
    }
  }

  public static let jointResearch = Bilingual("공동연구", "Joint research")
  public static let counselling = Bilingual("상담", "Counselling")
}

extension ForumApplication {
  /// Everything that it asks for.
  public var wishes: [Bilingual] {
    (wantsJointResearch ? [.jointResearch] : []) + courses.map { Bilingual($0) }
      + (wantsCounselling ? [.counselling] : [])
  }
}
