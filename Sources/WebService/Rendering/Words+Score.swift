import ForumDesk
import PartnerRanking

extension Words {
  /// What a part of a partner's score is called.
  static func name(_ part: PartnerScore.Part) -> Bilingual {
    switch part {
    case .votes: Bilingual("실적이 신청에 닿는 정도", "evidence that speaks to the application")
    case .needs: Bilingual("가장 잘 채우는 수요", "the need it meets best")
    case .coverage: Bilingual("신청 내용을 다루는 범위", "how much of the application it covers")
    case .network: Bilingual("협력망에서 가까움", "closeness in the network")
    case .partnerNetwork: Bilingual("신청 기관의 협력 기관과 가까움", "closeness to the applicant's partners")
    case .sharedProjects: Bilingual("신청 기관과의 공동 실적", "shared work with the applicant")
    case .country: Bilingual("같은 나라", "the same country")
    case .city: Bilingual("같은 도시", "the same city")
    case .countryTies: Bilingual("나라 사이의 협력", "ties between the countries")
    case .named: Bilingual("신청서에 나온 이름", "its name in the application")
    case .acronymNamed: Bilingual("신청서에 나온 약칭", "its acronym in the application")
    case .cityNamed: Bilingual("신청서에 나온 도시", "its city in the application")
    case .countryNamed: Bilingual("신청서에 나온 나라", "its country in the application")
    case .ownCountryNamed: Bilingual("신청서에 나온 자국", "the applicant's own country in the application")
    case .kinds: Bilingual("찾는 유형", "the kind that is looked for")
    case .fame: Bilingual("너무 자주 보이는 기관", "shown very often already")
    }
  }
}
