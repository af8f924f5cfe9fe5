/// Memory that a ranking needs, kept from one application to the next. Belongs to one thread at a time.
///
/// A ranking speaks of thousands of organisations, however many there are. Each gets a slot at its first mention, and
/// columns have a number for each slot: a ranking works in the first kilobytes of its columns, and clearing costs what
/// was used and not what exists.
///
/// Invariants: ``slots``, ``evidencePlaces`` and the masses have a number for each organisation or piece of evidence of
/// the graph that they were made for, are indexed by that graph's numbers only, and are zero between rankings. Columns
/// have room for all organisations, are indexed by slots below ``count`` only, and hold what ``slot(of:)`` wrote there.
@safe
public final class RankingScratch {
  let votes: UnsafeMutablePointer<Double>
  let coverage: UnsafeMutablePointer<Double>
  let sharedProjects: UnsafeMutablePointer<Double>
  let seeds: UnsafeMutablePointer<Double>
  let seedCounts: UnsafeMutablePointer<Double>
  let walk: UnsafeMutablePointer<Double>
  /// The walk from the applicant's past partners alone.
  let partnerWalk: UnsafeMutablePointer<Double>
  let named: UnsafeMutablePointer<Double>
  let acronyms: UnsafeMutablePointer<Double>
  let city: UnsafeMutablePointer<Double>
  let needs: UnsafeMutablePointer<Double>
  /// Votes for one need; zero between needs.
  let needVotes: UnsafeMutablePointer<Double>
  /// Occurrences of one term; zero between terms.
  let termFrequencies: UnsafeMutablePointer<UInt32>
  /// 0, or with ``walkMark``, ``nameMark`` and ``needMark`` set.
  let marks: UnsafeMutablePointer<UInt8>
  /// The organisation of each slot, in order of first mention.
  let organizations: UnsafeMutablePointer<UInt32>
  /// Slots that hold a term: room for one more than there are organisations.
  let holders: UnsafeMutablePointer<UInt32>
  /// For each piece of evidence 0, or one more than its place in a list of the moment.
  let evidencePlaces: UnsafeMutablePointer<UInt32>
  /// Evidence and organisations that the walk reaches, in order of first visit: room for one more than there are.
  let reached: UnsafeMutablePointer<UInt32>
  let visited: UnsafeMutablePointer<UInt32>
  /// How much of the walk each piece of evidence and each organisation holds; zero but during the walk.
  let evidenceMass: UnsafeMutablePointer<Double>
  let organizationMass: UnsafeMutablePointer<Double>

  /// The walk makes the organisation a candidate.
  static let walkMark: UInt8 = 1
  /// The application's text makes the organisation a candidate.
  static let nameMark: UInt8 = 2
  /// Evidence for a stated need makes the organisation a candidate.
  static let needMark: UInt8 = 4

  /// For each organisation 0, or one more than its slot.
  private let slots: UnsafeMutablePointer<UInt32>
  /// Behind a pointer, since a class checks each access to a variable of its own.
  private let used: UnsafeMutablePointer<Int>
  private let doubles: UnsafeMutablePointer<Double>
  private static let doubleColumnCount = 12

  public init(for graph: CollaborationGraph) {
    let (organizationCount, evidenceCount) = (max(1, graph.organizationCount), max(1, graph.evidenceCount))
    unsafe doubles = .allocate(capacity: Self.doubleColumnCount * organizationCount)
    unsafe votes = doubles
    unsafe coverage = doubles + organizationCount
    unsafe sharedProjects = doubles + 2 * organizationCount
    unsafe seeds = doubles + 3 * organizationCount
    unsafe seedCounts = doubles + 4 * organizationCount
    unsafe walk = doubles + 5 * organizationCount
    unsafe named = doubles + 6 * organizationCount
    unsafe city = doubles + 7 * organizationCount
    unsafe acronyms = doubles + 8 * organizationCount
    unsafe needs = doubles + 9 * organizationCount
    unsafe needVotes = doubles + 10 * organizationCount
    unsafe partnerWalk = doubles + 11 * organizationCount
    unsafe termFrequencies = .allocate(capacity: organizationCount)
    unsafe marks = .allocate(capacity: organizationCount)
    unsafe organizations = .allocate(capacity: organizationCount)
    unsafe holders = .allocate(capacity: organizationCount + 1)
    unsafe slots = .allocate(capacity: organizationCount)
    unsafe slots.initialize(repeating: 0, count: organizationCount)
    unsafe evidencePlaces = .allocate(capacity: evidenceCount)
    unsafe evidencePlaces.initialize(repeating: 0, count: evidenceCount)
    unsafe reached = .allocate(capacity: evidenceCount + 1)
    unsafe visited = .allocate(capacity: organizationCount + 1)
    unsafe evidenceMass = .allocate(capacity: evidenceCount)
    unsafe evidenceMass.initialize(repeating: 0, count: evidenceCount)
    unsafe organizationMass = .allocate(capacity: organizationCount)
    unsafe organizationMass.initialize(repeating: 0, count: organizationCount)
    unsafe used = .allocate(capacity: 1)
    unsafe used.initialize(to: 0)
  }

  deinit {
    unsafe doubles.deallocate()
    unsafe termFrequencies.deallocate()
    unsafe marks.deallocate()
    unsafe organizations.deallocate()
    unsafe holders.deallocate()
    unsafe slots.deallocate()
    unsafe evidencePlaces.deallocate()
    unsafe reached.deallocate()
    unsafe visited.deallocate()
    unsafe evidenceMass.deallocate()
    unsafe organizationMass.deallocate()
    unsafe used.deallocate()
  }

  /// Slots in use.
  @inline(__always)
  var count: Int { unsafe used.pointee }

  /// The slot of an organisation, with zeros in every column at its first mention.
  @inline(__always)
  func slot(of organization: Int) -> Int {
    let known = unsafe slots[organization]
    return known != 0 ? Int(known) &- 1 : claimSlot(for: organization)
  }

  /// The slot of an organisation that has one.
  func knownSlot(of organization: UInt32) -> Int? {
    let known = unsafe slots[Int(organization)]
    return known == 0 ? nil : Int(known) - 1
  }

  /// The organisation of a slot in use.
  func organization(ofSlot slot: Int) -> UInt32 { unsafe organizations[slot] }

  private func claimSlot(for organization: Int) -> Int {
    let slot = unsafe used.pointee
    unsafe used.pointee = slot + 1
    unsafe slots[organization] = UInt32(truncatingIfNeeded: slot + 1)
    unsafe organizations[slot] = UInt32(truncatingIfNeeded: organization)
    unsafe votes[slot] = 0
    unsafe coverage[slot] = 0
    unsafe sharedProjects[slot] = 0
    unsafe seeds[slot] = 0
    unsafe seedCounts[slot] = 0
    unsafe walk[slot] = 0
    unsafe partnerWalk[slot] = 0
    unsafe named[slot] = 0
    unsafe city[slot] = 0
    unsafe acronyms[slot] = 0
    unsafe needs[slot] = 0
    unsafe needVotes[slot] = 0
    unsafe termFrequencies[slot] = 0
    unsafe marks[slot] = 0
    return slot
  }

  /// Gives every slot back.
  func clear() {
    for slot in 0..<count { unsafe slots[Int(organizations[slot])] = 0 }
    unsafe used.pointee = 0
  }
}
