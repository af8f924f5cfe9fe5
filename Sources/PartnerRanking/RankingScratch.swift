/// Memory that a ranking needs, kept from one application to the next. Belongs to one thread at a time.
public final class RankingScratch {
  /// Columns of one number for each organisation or piece of evidence, all zero between rankings, so that clearing
  /// costs what was used and not what exists.
  struct Columns {
    var votes: [Double]
    var coverage: [Double]
    var sharedProjects: [Double]
    var seeds: [Double]
    var seedCounts: [Double]
    var walk: [Double]
    var termFrequency: [Double]
    var isWalkCandidate: [Bool]
    var evidenceRelevance: [Double]
    var evidenceMass: [Double]
    /// Organisations that some column speaks of, each once, in order of first mention.
    var touched: [UInt32] = []
    var isTouched: [Bool]

    init(organizationCount: Int, evidenceCount: Int) {
      let organizations = Array(repeating: 0.0, count: organizationCount)
      let evidence = Array(repeating: 0.0, count: evidenceCount)
      votes = organizations
      coverage = organizations
      sharedProjects = organizations
      seeds = organizations
      seedCounts = organizations
      walk = organizations
      termFrequency = organizations
      isWalkCandidate = Array(repeating: false, count: organizationCount)
      isTouched = isWalkCandidate
      evidenceRelevance = evidence
      evidenceMass = evidence
    }

    @inline(__always)
    mutating func touch(_ organization: UInt32) {
      if !isTouched[Int(organization)] {
        isTouched[Int(organization)] = true
        touched.append(organization)
      }
    }

    mutating func clear(_ evidence: [PartnerQuery.RetrievedEvidence]) {
      for item in evidence { evidenceRelevance[Int(item.evidence)] = 0 }
      for organization in touched {
        let index = Int(organization)
        votes[index] = 0
        coverage[index] = 0
        sharedProjects[index] = 0
        seeds[index] = 0
        seedCounts[index] = 0
        walk[index] = 0
        isWalkCandidate[index] = false
        isTouched[index] = false
      }
      touched.removeAll(keepingCapacity: true)
    }
  }

  private var columns: Columns

  public init(for graph: CollaborationGraph) {
    columns = Columns(organizationCount: graph.organizationCount, evidenceCount: graph.evidenceCount)
  }

  /// Lends the columns as a local value: a field of an object would be checked for exclusive access at every step.
  func withColumns<Result>(_ body: (inout Columns) -> Result) -> Result {
    var lent = Columns(organizationCount: 0, evidenceCount: 0)
    swap(&lent, &columns)
    defer { swap(&lent, &columns) }
    return body(&lent)
  }
}
