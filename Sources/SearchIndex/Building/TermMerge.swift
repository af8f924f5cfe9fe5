/// Merges several term sources into one ascending sequence.
struct TermMerge {
  private let sources: [any TermSource]
  private var merge: KeyMerge

  init(_ sources: [any TermSource]) {
    self.sources = sources
    merge = KeyMerge(sourceCount: sources.count) { source, term in sources[source].readTerm(into: &term) }
  }

  /// The next term and all its postings, ascending by document.
  ///
  /// - Parameters:
  ///   - list: receives the postings; it may come out empty where all documents of a term are deleted.
  ///   - term: receives stream byte and bytes of the term.
  /// - Returns: `false` at the end.
  mutating func next(into list: inout PostingList, term: inout [UInt8]) -> Bool {
    guard merge.source != nil else { return false }
    list.removeAll()
    merge.copyKey(to: &term)
    // Equal terms come in the order of their sources, so that documents arrive in order wherever sources do.
    repeat {
      guard let source = merge.source.map({ sources[$0] }) else { break }
      source.appendPostings(to: &list)
      source.advance()
      merge.advance { _, term in source.readTerm(into: &term) }
    } while merge.isFirst(term)
    list.sortByDocument()
    return true
  }
}
