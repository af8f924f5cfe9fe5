public import CallRules
public import ConsortiumMatching
import ResearchProfiles

/// What proposals of consortia are described in.
extension Bilingual {
  public init(_ level: CoverageLevel) { self = Bilingual(level.koreanName, level.name).capitalized }

  public init(_ role: ConsortiumRole) { self = Bilingual(role.koreanName, role.name).capitalized }

  public init(_ state: RuleVerdict.State) {
    switch state {
    case .met: self.init("충족", "Met")
    case .notMet: self.init("미충족", "Not met")
    case .unknown: self.init("확인 필요", "Unknown")
    }
  }

  /// What a rule is called, by its title or its id.
  public init(_ rule: CallRule) {
    self.init(
      rule.title.isEmpty ? rule.id : rule.title.text(preferring: ["ko"]),
      rule.title.isEmpty ? rule.id : rule.title.text(preferring: ["en"]))
  }

  /// A fact that rules ask for.
  public init(_ field: MemberFacts.Field) {
    switch field {
    case .kind: self.init("기관 유형", "Kind")
    case .country: self.init("나라", "Country")
    case .region: self.init("지역", "Region")
    case .size: self.init("기업 규모", "Company size")
    case .newcomer: self.init("신규 참여 여부", "Whether it is a newcomer")
    case .marks: self.init("제재·휴폐업 등 표시", "Marks such as sanctions")
    case .runningProjects: self.init("수행 중인 과제 수", "Running projects")
    case .leadingProjects: self.init("책임을 맡은 과제 수", "Projects it leads")
    case .governmentShare: self.init("정부 지원 비율", "Share of government money")
    case .securityClass: self.init("보안 등급", "Security class")
    }
  }
}

/// What an allocation of introductions for the whole forum is bound by.
extension Bilingual {
  /// - Parameter code: as runs hold it.
  public init(allocationConstraint code: String) {
    switch ConstraintPrice.Constraint(rawValue: code) {
    case .capacity: self.init("기관별 상한", "Capacity of bodies")
    case .newcomerLane: self.init("신규 기관의 몫", "Newcomers' share")
    case .vetoes: self.init("제외", "Vetoes")
    case .pins: self.init("고정", "Pins")
    case .worstFirst: self.init("가장 불리한 신청 먼저", "Worst served first")
    case nil: self.init(both: code)
    }
  }
}
