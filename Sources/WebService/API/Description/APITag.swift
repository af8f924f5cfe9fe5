/// A group of operations.
enum APITag: String, CaseIterable, Sendable {
  case search, applications, partners, introductions, desk, description

  var summary: String {
    switch self {
    case .search: "Organisations and evidence, and partners for texts that are not kept."
    case .applications: "Applications: taking them in, reading and changing them; contact details under consent."
    case .partners: "Who could be the partner of an application, and why."
    case .introductions: "Introductions of applicants to partners, and what came of them."
    case .desk: "Counselling, statistics and the audit trail."
    case .description: "This document."
    }
  }
}
