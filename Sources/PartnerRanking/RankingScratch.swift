/// Memory that a ranking needs, kept from one application to the next. Belongs to one thread at a time.
///
/// Every column is zero between rankings; ``touched`` remembers what must be cleared, so that clearing costs what was
/// used and not what exists.
public final class RankingScratch {
  var votes: [Double]
  var coverage: [Double]
  var sharedProjects: [Double]
  var seeds: [Double]
  var seedCounts: [Double]
  var walk: [Double]
  var termFrequency: [Double]
  var evidenceRelevance: [Double]
  var evidenceMass: [Double]

  public init(for graph: CollaborationGraph) {
    let organizations = Array(repeating: 0.0, count: graph.organizationCount)
    let evidence = Array(repeating: 0.0, count: graph.evidenceCount)
    votes = organizations
    coverage = organizations
    sharedProjects = organizations
    seeds = organizations
    seedCounts = organizations
    walk = organizations
    termFrequency = organizations
    evidenceRelevance = evidence
    evidenceMass = evidence
  }
}
