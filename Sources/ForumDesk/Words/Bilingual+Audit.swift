/// What the audit trail is told in.
extension Bilingual {
  /// Something that was done, by its code; the code itself where this build does not know it.
  public init(auditAction code: String) {
    switch code {
    case "application.submit": self.init("신청 접수", "Application taken in")
    case "application.revise": self.init("신청 고침", "Application changed")
    case "application.status": self.init("신청 상태 바꿈", "State of an application changed")
    case "application.purge": self.init("개인정보 파기", "Personal data purged")
    case "consent.give": self.init("동의 받음", "Consent given")
    case "consent.withdraw": self.init("동의 철회", "Consent withdrawn")
    case "contact.set": self.init("연락처 적음", "Contact noted")
    case "contact.view": self.init("연락처 봄", "Contact looked at")
    case "provision": self.init("연락처 제공", "Contact provided")
    case "counselling.queue": self.init("상담 신청", "Counselling asked for")
    case "counselling.begin": self.init("상담 시작", "Counselling begun")
    case "counselling.note": self.init("상담 기록", "Counselling noted")
    case "counselling.finish": self.init("상담 마침", "Counselling done")
    case "suggestion.make": self.init("추천 만듦", "Partners suggested")
    case "suggestion.release": self.init("추천 보임", "Suggestions shown to the applicant")
    case "suggestion.hide": self.init("추천 감춤", "Suggestions hidden")
    case "interest": self.init("관심 답변", "Interest answered")
    case "mark.set": self.init("후보·고정·제외 표시", "Partner marked")
    case "mark.remove": self.init("후보·고정·제외 표시 지움", "Mark removed")
    case "note.add": self.init("메모 적음", "Note added")
    case "note.remove": self.init("메모 지움", "Note removed")
    case "introduction.propose": self.init("소개 제안", "Introduction proposed")
    case "introduction.answer": self.init("소개 답변", "Introduction answered")
    case "introduction.close": self.init("소개 종료", "Introduction closed")
    case "outcome.add": self.init("성과 적음", "Outcome noted")
    case "allocation.run": self.init("전체 배정", "Allocation run")
    case "allocation.roll_back": self.init("배정 되돌림", "Allocation rolled back")
    case "import.upload": self.init("파일 올림", "Files uploaded")
    case "source.remove": self.init("출처 지움", "Source removed")
    case "body.merged": self.init("같은 기관으로 합침", "Bodies merged")
    case "body.split": self.init("다른 기관으로 나눔", "Bodies split")
    case "export.personal": self.init("연락처 내보냄", "Contacts exported")
    case "export.workspace": self.init("기관·실적 내보냄", "Organisations and evidence exported")
    case "job.begin": self.init("작업 시작", "Job begun")
    case "job.end": self.init("작업 끝", "Job ended")
    case "job.interrupt": self.init("작업 중단", "Job interrupted")
    case "mapping.save": self.init("설문 열 지정 저장", "Mapping of headings kept")
    case "rules.use": self.init("공고 규칙 적용", "Rules put in force")
    case "policy.use": self.init("추천 기준 적용", "Policy put in force")
    case "secret.make": self.init("비밀 값 만듦", "Secret made")
    case "token.add": self.init("연계 토큰 만듦", "Token made")
    case "token.revoke": self.init("연계 토큰 막음", "Token revoked")
    case "user.add": self.init("사용자 추가", "User added")
    case "user.update": self.init("사용자 고침", "User changed")
    case "user.password": self.init("비밀번호 바꿈", "Password changed")
    case "user.login": self.init("로그인", "Signed in")
    case "user.sign-out": self.init("로그아웃", "Signed out")
    case "account.sign_in_refused": self.init("로그인 거절", "Sign-in refused")
    case "workspace.backup": self.init("백업", "Backup")
    case _ where code.hasPrefix("export."): self.init("목록 내보냄", "List exported")
    default: self.init(both: code)
    }
  }

  /// Whoever did something: people by their login, and those who have none.
  public init(actor: String) {
    switch actor {
    case "applicant": self.init("신청자", "Applicant")
    case "visitor": self.init("방문자", "Visitor")
    case "system": self.init("시스템", "System")
    case "command line": self.init("명령줄", "Command line")
    default: self.init(both: actor)
    }
  }
}
