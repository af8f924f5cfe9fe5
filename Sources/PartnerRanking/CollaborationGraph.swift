public import ResearchProfiles

/// Who took part in what: organisations and evidence as whole numbers, joined both ways in compressed sparse rows.
///
/// Organisation and evidence numbers are the caller's, `0..<organizationCount` and `0..<evidenceCount`.
public struct CollaborationGraph: Sendable {
  public struct Member: Hashable, Sendable {
    public var organization: UInt32
    public var role: ParticipationRole

    public init(organization: UInt32, role: ParticipationRole) {
      self.organization = organization
      self.role = role
    }
  }

  public let organizationCount: Int
  /// Where each piece of evidence begins in ``members``; one more at the end.
  let evidenceStarts: [UInt32]
  let members: [Member]
  /// The organisations of ``members``, for walking.
  let memberOrganizations: [UInt32]
  /// Where each organisation begins in ``evidence``; one more at the end.
  let organizationStarts: [UInt32]
  let evidence: [UInt32]
  /// Days since 1970-01-01 of each piece of evidence, `nil` for none.
  let days: [Int32?]

  public var evidenceCount: Int { evidenceStarts.count - 1 }

  /// Collects evidence in the order of its numbers.
  public struct Builder {
    fileprivate var starts: [UInt32] = [0]
    fileprivate var members: [Member] = []
    fileprivate var days: [Int32?] = []

    public init() {}

    /// The next piece of evidence. An organisation with several roles counts once, with the first.
    public mutating func append(members newMembers: [Member], day: Int32?) {
      let start = members.count
      for member in newMembers
      where !members[start...].contains(where: { $0.organization == member.organization }) {
        members.append(member)
      }
      starts.append(UInt32(members.count))
      days.append(day)
    }
  }

  /// - Complexity: linear in organisations, evidence and members.
  public init(organizationCount: Int, _ builder: Builder) {
    self.organizationCount = organizationCount
    evidenceStarts = builder.starts
    members = builder.members
    memberOrganizations = builder.members.map(\.organization)
    days = builder.days
    var starts = Array(repeating: UInt32(0), count: organizationCount + 1)
    for member in builder.members { starts[Int(member.organization) + 1] += 1 }
    for organization in 0..<organizationCount { starts[organization + 1] += starts[organization] }
    var next = starts
    var evidence = Array(repeating: UInt32(0), count: builder.members.count)
    for number in 0..<builder.days.count {
      for place in builder.starts[number]..<builder.starts[number + 1] {
        let organization = Int(builder.members[Int(place)].organization)
        evidence[Int(next[organization])] = UInt32(number)
        next[organization] += 1
      }
    }
    organizationStarts = starts
    self.evidence = evidence
  }

  /// The organisations in a piece of evidence.
  public func members(of evidence: UInt32) -> ArraySlice<Member> {
    members[Int(evidenceStarts[Int(evidence)])..<Int(evidenceStarts[Int(evidence) + 1])]
  }

  /// The evidence of an organisation, ascending.
  public func evidence(of organization: UInt32) -> ArraySlice<UInt32> {
    evidence[Int(organizationStarts[Int(organization)])..<Int(organizationStarts[Int(organization) + 1])]
  }

  /// Places of a piece of evidence's organisations in ``memberOrganizations``.
  func memberRange(of evidence: UInt32) -> Range<Int> {
    Int(evidenceStarts[Int(evidence)])..<Int(evidenceStarts[Int(evidence) + 1])
  }

  /// Places of an organisation's evidence in ``evidence``.
  func evidenceRange(of organization: UInt32) -> Range<Int> {
    Int(organizationStarts[Int(organization)])..<Int(organizationStarts[Int(organization) + 1])
  }

  /// How much evidence an organisation has.
  public func degree(of organization: UInt32) -> Int {
    Int(organizationStarts[Int(organization) + 1] - organizationStarts[Int(organization)])
  }

  public func day(of evidence: UInt32) -> Int32? { days[Int(evidence)] }
}
