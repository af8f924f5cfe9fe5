public import CallRules
public import ResearchProfiles

/// What rules ask of one body. Whatever is not known stays `nil`, and rules that need it say so.
public struct MemberFacts: Hashable, Sendable {
  public var kind: OrganizationKind?
  /// ISO 3166-1 alpha-2, upper case.
  public var country: String?
  public var region: String?
  /// Of companies.
  public var size: SizeClass?
  public var isNewcomer: Bool?
  /// The group of companies or the parent body; bodies of the same group are not independent. `nil` for one that
  /// belongs to none.
  public var group: String?
  /// Marks that exclude it (`sanctioned`, `conflict`); `nil` where nobody has looked.
  public var marks: Set<String>?
  /// Projects that its lead researcher runs now, those that rules except left out.
  public var runningProjectCount: Int?
  /// Those of them that the lead researcher leads.
  public var leadingProjectCount: Int?
  /// What it asks from the government, in percent of its costs.
  public var governmentSharePercent: Int?

  public init(
    kind: OrganizationKind? = nil, country: String? = nil, region: String? = nil, size: SizeClass? = nil,
    isNewcomer: Bool? = nil, group: String? = nil, marks: Set<String>? = nil, runningProjectCount: Int? = nil,
    leadingProjectCount: Int? = nil, governmentSharePercent: Int? = nil
  ) {
    self.kind = kind
    self.country = country
    self.region = region
    self.size = size
    self.isNewcomer = isNewcomer
    self.group = group
    self.marks = marks
    self.runningProjectCount = runningProjectCount
    self.leadingProjectCount = leadingProjectCount
    self.governmentSharePercent = governmentSharePercent
  }

  /// Something that a rule needs and nobody has said.
  public enum Field: String, CaseIterable, Hashable, Sendable, Codable {
    case kind
    case country
    case region
    case size
    case newcomer
    case marks
    case runningProjects = "running_projects"
    case leadingProjects = "leading_projects"
    case governmentShare = "government_share_percent"
    case securityClass = "security_class"
  }
}
