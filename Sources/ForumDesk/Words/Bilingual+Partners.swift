public import ForumRecords
public import PartnerRanking

/// How well partners fit, what makes up their score, and what people made of them.
extension Bilingual {
  public init(_ level: Suggestion.Level) {
    switch level {
    case .strong: self.init("매우 알맞음", "Strong match")
    case .good: self.init("알맞음", "Good match")
    case .possible: self.init("가능성 있음", "Possible match")
    }
  }

  public init(_ mark: PartnerMark.Kind) {
    switch mark {
    case .shortlist: self.init("후보", "Shortlisted")
    case .pin: self.init("고정", "Pinned")
    case .veto: self.init("제외", "Vetoed")
    }
  }

  public init(_ answer: InterestAnswer?) {
    switch answer {
    case .yes: self.init("관심 있음", "Interested")
    case .no: self.init("관심 없음", "Not interested")
    case .later: self.init("나중에", "Later")
    case nil: self.init("답변 없음", "No answer")
    }
  }

  public init(_ part: PartnerScore.Part) {
    switch part {
    case .votes: self.init("실적이 신청에 닿는 정도", "Evidence that speaks to the application")
    case .needs: self.init("가장 잘 채우는 수요", "The need it meets best")
    case .coverage: self.init("신청 내용을 다루는 범위", "How much of the application it covers")
    case .network: self.init("협력망에서 가까움", "Closeness in the network")
    case .partnerNetwork: self.init("신청 기관의 협력 기관과 가까움", "Closeness to the applicant's partners")
    case .sharedProjects: self.init("신청 기관과의 공동 실적", "Shared work with the applicant")
    case .country: self.init("같은 나라", "The same country")
    case .city: self.init("같은 도시", "The same city")
    case .countryTies: self.init("나라 사이의 협력", "Ties between the countries")
    case .named: self.init("신청서에 나온 이름", "Its name in the application")
    case .acronymNamed: self.init("신청서에 나온 약칭", "Its acronym in the application")
    case .cityNamed: self.init("신청서에 나온 도시", "Its city in the application")
    case .countryNamed: self.init("신청서에 나온 나라", "Its country in the application")
    case .ownCountryNamed: self.init("신청서에 나온 자국", "The applicant's own country in the application")
    case .kinds: self.init("찾는 유형", "The kind that is looked for")
    case .fame: self.init("너무 자주 보이는 기관", "Shown very often already")
    }
  }
}
