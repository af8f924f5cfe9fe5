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
  private static let smoothing = 20.0

  private let graph: CollaborationGraph
  /// Share of pairs of memberships in different evidence that are of one organisation.
  private let rate: Double

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

  /// Above 1 for a term that holds a community together, around 1 for any other.
  ///
  /// - Parameters:
  ///   - evidence: what holds the term.
  ///   - counts: scratch of one zero for each organisation; zero again afterwards.
  /// - Complexity: linear in the memberships of the evidence.
  public func lift(evidence: [UInt32], counts: inout [UInt32]) -> Double {
    // Whole numbers: the order of the sums does not show.
    var (pairs, sizes, squares) = (0, 0, 0)
    for number in evidence {
      let range = graph.memberRange(of: number)
      sizes += range.count
      squares += range.count * range.count
      for place in range {
        let organization = Int(graph.memberOrganizations[place])
        pairs += Int(counts[organization])
        counts[organization] += 1
      }
    }
    for number in evidence {
      for place in graph.memberRange(of: number) { counts[Int(graph.memberOrganizations[place])] = 0 }
    }
    let (total, squareTotal) = (Double(sizes), Double(squares))
    let expected = (total * total - squareTotal) / 2 * rate
    return (Double(pairs) + Self.smoothing) / (expected + Self.smoothing)
  }
}
