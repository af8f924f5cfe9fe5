/// Counts the pairs of a term. A frequent word stands in most of a million pieces of evidence: plain memory.
///
/// Invariant: evidence is below the graph's evidence count, which is checked; its members are below the organisation
/// count, which is that of the counters.
extension TermCohesion {
  /// Above 1 for a term that holds a community together, around 1 for any other.
  ///
  /// - Parameters:
  ///   - evidence: what holds the term.
  ///   - counts: scratch of one zero for each organisation; zero again afterwards.
  /// - Complexity: linear in the memberships of the evidence.
  public func lift(evidence: [UInt32], counts: inout [UInt32]) -> Double {
    precondition(
      counts.count == graph.organizationCount && evidence.allSatisfy { $0 < graph.evidenceCount },
      "the term's evidence is not the graph's")
    // Whole numbers: the order of the sums does not show.
    var (pairs, sizes, squares) = (0, 0, 0)
    graph.withRows { rows in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        unsafe evidence.withUnsafeBufferPointer { evidence in
          for index in 0..<evidence.count {
            let range = unsafe rows.members(of: Int(evidence[index]))
            sizes &+= range.count
            squares &+= range.count &* range.count
            var place = range.lowerBound
            while place < range.upperBound {
              let organization = unsafe Int(rows.members[place])
              let count = unsafe counts[organization]
              pairs &+= Int(count)
              unsafe counts[organization] = count &+ 1
              place &+= 1
            }
          }
          if sizes > counts.count / 4 {
            unsafe counts.update(repeating: 0)
          } else {
            for index in 0..<evidence.count {
              for place in unsafe rows.members(of: Int(evidence[index])) { unsafe counts[Int(rows.members[place])] = 0 }
            }
          }
        }
      }
    }
    let (total, squareTotal) = (Double(sizes), Double(squares))
    let expected = (total * total - squareTotal) / 2 * rate
    return (Double(pairs) + Self.smoothing) / (expected + Self.smoothing)
  }
}
