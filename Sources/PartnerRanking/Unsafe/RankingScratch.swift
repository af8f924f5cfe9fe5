/// Memory that a ranking needs, kept from one application to the next. Belongs to one thread at a time.
///
/// Invariants: a column has one number for each organisation or piece of evidence of the graph that it was made for,
/// and is indexed by that graph's numbers only; all columns are zero between rankings, so that clearing costs what
/// was used and not what exists.
@safe
public final class RankingScratch {
  let votes: UnsafeMutablePointer<Double>
  let coverage: UnsafeMutablePointer<Double>
  let sharedProjects: UnsafeMutablePointer<Double>
  let seeds: UnsafeMutablePointer<Double>
  let seedCounts: UnsafeMutablePointer<Double>
  let walk: UnsafeMutablePointer<Double>
  let termFrequency: UnsafeMutablePointer<Double>
  let named: UnsafeMutablePointer<Double>
  let city: UnsafeMutablePointer<Double>
  /// 0, or with ``touchedMark``, ``walkMark`` and ``nameMark`` set.
  let marks: UnsafeMutablePointer<UInt8>
  let evidenceRelevance: UnsafeMutablePointer<Double>
  let evidenceMass: UnsafeMutablePointer<Double>
  /// Organisations that some column speaks of, each once, in order of first mention.
  private(set) var touched: [UInt32] = []

  /// The organisation is in ``touched``.
  static let touchedMark: UInt8 = 1
  /// The walk makes the organisation a candidate.
  static let walkMark: UInt8 = 2
  /// The application's text makes the organisation a candidate.
  static let nameMark: UInt8 = 4

  private let numbers: UnsafeMutablePointer<Double>

  public init(for graph: CollaborationGraph) {
    let (organizations, evidence) = (max(1, graph.organizationCount), max(1, graph.evidenceCount))
    let count = 9 * organizations + 2 * evidence
    unsafe numbers = UnsafeMutablePointer<Double>.allocate(capacity: count)
    unsafe numbers.initialize(repeating: 0, count: count)
    unsafe marks = UnsafeMutablePointer<UInt8>.allocate(capacity: organizations)
    unsafe marks.initialize(repeating: 0, count: organizations)
    unsafe votes = numbers
    unsafe coverage = numbers + organizations
    unsafe sharedProjects = numbers + 2 * organizations
    unsafe seeds = numbers + 3 * organizations
    unsafe seedCounts = numbers + 4 * organizations
    unsafe walk = numbers + 5 * organizations
    unsafe termFrequency = numbers + 6 * organizations
    unsafe named = numbers + 7 * organizations
    unsafe city = numbers + 8 * organizations
    unsafe evidenceRelevance = numbers + 9 * organizations
    unsafe evidenceMass = numbers + 9 * organizations + evidence
  }

  deinit {
    unsafe numbers.deallocate()
    unsafe marks.deallocate()
  }

  @inline(__always)
  func touch(_ organization: Int) {
    if unsafe marks[organization] == 0 {
      unsafe marks[organization] = Self.touchedMark
      touched.append(UInt32(truncatingIfNeeded: organization))
    }
  }

  /// Makes every column zero again.
  func clear(_ evidence: [PartnerQuery.RetrievedEvidence]) {
    for item in evidence { unsafe evidenceRelevance[Int(item.evidence)] = 0 }
    for organization in touched {
      let index = Int(organization)
      unsafe votes[index] = 0
      unsafe coverage[index] = 0
      unsafe sharedProjects[index] = 0
      unsafe seeds[index] = 0
      unsafe seedCounts[index] = 0
      unsafe walk[index] = 0
      unsafe named[index] = 0
      unsafe city[index] = 0
      unsafe marks[index] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
