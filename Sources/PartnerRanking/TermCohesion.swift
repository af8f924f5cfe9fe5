/// Tells terms that hold a community together from terms that merely occur.
///
/// A term whose evidence is shared by the same organisations more often than chance would have it names a field of
/// work ("photonics"); one that is spread evenly does not ("novel"). The lift of a term compares the pairs of its
/// evidence that share an organisation with those expected of evidence of the same sizes:
///
///     pairs = Σ_o c (c - 1) / 2, c the term's evidence with o
///     expected = ((Σ|p|)² - Σ|p|²) / 2 · rate,  rate: the same quotient over all evidence
///     lift = (pairs + 20) / (expected + 20)
public struct TermCohesion: Sendable {
  /// Pairs that a rare term is granted, so that it stays near 1.
  static let smoothing = 20.0

  let graph: CollaborationGraph
  /// Share of pairs of memberships in different evidence that are of one organisation.
  let rate: Double

  /// - Complexity: linear in the graph.
  public init(_ graph: CollaborationGraph) {
    self.graph = graph
    var (pairs, sizes, squares) = (0.0, 0.0, 0.0)
    for organization in 0..<graph.organizationCount {
      let degree = Double(graph.degree(of: UInt32(organization)))
      pairs += degree * (degree - 1) / 2
    }
    for evidence in 0..<graph.evidenceCount {
      let size = Double(graph.memberRange(of: UInt32(evidence)).count)
      sizes += size
      squares += size * size
    }
    let possible = (sizes * sizes - squares) / 2
    rate = possible > 0 ? pairs / possible : 0
  }
}
