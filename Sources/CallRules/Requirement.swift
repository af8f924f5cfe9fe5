/// What a rule demands of a consortium. Members are all of them, the applicant included.
public enum Requirement: Hashable, Sendable {
  /// So many members.
  case size(atLeast: Int, atMost: Int)
  /// So many members that the filter admits.
  case members(MemberFilter, atLeast: Int?, atMost: Int?)
  /// Such a share of the members, in percent.
  case share(MemberFilter, atLeastPercent: Int?, atMostPercent: Int?)
  /// Members in so many different countries (or regions, or kinds), of those that the filter admits.
  case distinct(MemberAttribute, of: MemberFilter, atLeast: Int)
  /// Somebody leads whom the filter admits.
  case lead(MemberFilter)
  /// No member asks for a larger share of its costs from the government, in percent by size of company.
  case governmentShare(percentBySize: [SizeClass: Int])
  /// The lead researcher of each member has room: at most so many running projects, this one included, and the lead's
  /// at most so many that they lead. Projects that fall under an exception are not counted.
  case load(running: Int, leading: Int, exceptions: [String])
  /// No two members belong to one group of companies or one parent body.
  case independent
  /// No member bears one of these marks.
  case excluded(marks: [String])
}

/// By what ``Requirement/distinct(_:of:atLeast:)`` tells members apart.
public enum MemberAttribute: String, CaseIterable, Hashable, Sendable, Codable {
  case kind
  case country
  case region
}
