/// What a member does in a consortium, by the names of Korean calls.
public enum ConsortiumRole: String, CaseIterable, Hashable, Sendable, Codable {
  /// 주관연구개발기관: leads.
  case coordinator
  /// 공동연구개발기관: does a part of the research.
  case partner
  /// 참여기업: a company that joins to use the results.
  case participatingCompany = "participating_company"
  /// 위탁연구개발기관: does a delimited piece for the lead.
  case subcontractor

  public var koreanName: String {
    switch self {
    case .coordinator: "주관"
    case .partner: "공동"
    case .participatingCompany: "참여기업"
    case .subcontractor: "위탁"
    }
  }

  public var name: String {
    switch self {
    case .coordinator: "coordinator"
    case .partner: "partner"
    case .participatingCompany: "participating company"
    case .subcontractor: "subcontractor"
    }
  }
}
