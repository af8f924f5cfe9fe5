import ForumDesk
import ForumRecords
import ResearchProfiles

extension Words {
  static func name(_ status: ApplicationStatus) -> Bilingual {
    switch status {
    case .received: Bilingual("접수", "received")
    case .published: Bilingual("공개", "published")
    case .closed: Bilingual("종료", "closed")
    case .withdrawn: Bilingual("철회", "withdrawn")
    }
  }

  /// The style of a status.
  static func badge(_ status: ApplicationStatus) -> String {
    switch status {
    case .received: "fair"
    case .published: "good"
    case .closed: "kind"
    case .withdrawn: "bad"
    }
  }

  static func name(_ course: Course) -> Bilingual {
    switch course {
    case .commercialisation: Bilingual("기술사업화 과정", "commercialisation course")
    case .industry: Bilingual("산업 과정", "industry course")
    }
  }

  static func name(_ channel: SubmissionChannel) -> Bilingual {
    switch channel {
    case .web: Bilingual("웹", "web form")
    case .paper: Bilingual("종이", "paper form")
    case .formImport: Bilingual("설문 가져오기", "form service")
    case .file: Bilingual("파일", "file")
    case .api: Bilingual("연계", "interface")
    }
  }

  static func name(_ level: Suggestion.Level) -> Bilingual {
    switch level {
    case .strong: Bilingual("매우 알맞음", "strong")
    case .good: Bilingual("알맞음", "good")
    case .possible: Bilingual("가능성 있음", "possible")
    }
  }

  static func badge(_ level: Suggestion.Level) -> String {
    switch level {
    case .strong: "good"
    case .good: "kind"
    case .possible: ""
    }
  }

  static func name(_ mark: PartnerMark.Kind) -> Bilingual {
    switch mark {
    case .shortlist: Bilingual("후보", "shortlisted")
    case .pin: Bilingual("고정", "pinned")
    case .veto: Bilingual("제외", "vetoed")
    }
  }

  static func name(_ answer: InterestAnswer) -> Bilingual {
    switch answer {
    case .yes: Bilingual("관심 있음", "interested")
    case .no: Bilingual("관심 없음", "not interested")
    case .later: Bilingual("나중에", "later")
    }
  }

  static func name(_ state: Introduction.State) -> Bilingual {
    switch state {
    case .proposed: Bilingual("제안함", "proposed")
    case .mutual: Bilingual("서로 관심", "mutual interest")
    case .declined: Bilingual("거절", "declined")
    case .closed: Bilingual("종료", "closed")
    }
  }

  static func badge(_ state: Introduction.State) -> String {
    switch state {
    case .proposed: "fair"
    case .mutual: "good"
    case .declined: "bad"
    case .closed: "kind"
    }
  }

  static func name(_ stage: OutcomeEvent.Stage) -> Bilingual {
    switch stage {
    case .introduced: Bilingual("소개", "introduced")
    case .met: Bilingual("만남", "met")
    case .agreed: Bilingual("합의", "agreed")
    case .submitted: Bilingual("과제 신청", "submitted")
    case .funded: Bilingual("선정", "funded")
    case .ended: Bilingual("무산", "ended")
    }
  }

  static func name(_ status: CounsellingSession.Status) -> Bilingual {
    switch status {
    case .queued: Bilingual("대기", "waiting")
    case .inProgress: Bilingual("상담 중", "in progress")
    case .done: Bilingual("마침", "done")
    }
  }

  static func name(_ role: UserRole) -> Bilingual {
    switch role {
    case .viewer: Bilingual("열람자", "viewer")
    case .counsellor: Bilingual("상담자", "counsellor")
    case .officer: Bilingual("담당관", "officer")
    case .administrator: Bilingual("관리자", "administrator")
    }
  }

  static func name(_ urgency: Need.Urgency) -> Bilingual {
    switch urgency {
    case .required: Bilingual("필수", "required")
    case .wished: Bilingual("희망", "wished")
    }
  }

  /// Everything that an application asks for.
  static func wishes(of application: ForumApplication) -> [Bilingual] {
    (application.wantsJointResearch ? [Bilingual("공동연구", "joint research")] : [])
      + application.courses.map { name($0) } + (application.wantsCounselling ? [Bilingual("상담", "counselling")] : [])
  }

  /// Who is asked to receive data, in words.
  static func recipient(_ name: String) -> Bilingual {
    switch name {
    case Consent.forum: Bilingual("포럼 운영 기관", "the forum's organiser")
    case Consent.partners: Bilingual("서로 관심을 밝힌 기관", "organisations with mutual interest")
    case Consent.training: Bilingual("교육 과정 운영 기관", "the courses' organiser")
    default: Bilingual(name, name)
    }
  }

  /// Day and minute in Seoul.
  static func minute(_ time: ForumTime) -> String { String(time.description.prefix(16)) }
}
