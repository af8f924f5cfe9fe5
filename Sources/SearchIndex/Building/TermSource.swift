/// Terms in ascending byte order with their postings: a freshly inverted chunk, or a segment that is being merged.
protocol TermSource: AnyObject {
  /// Replaces `term` by stream byte and bytes of the current term; `false` behind the last.
  func readTerm(into term: inout [UInt8]) -> Bool

  /// Appends the current term's postings, documents renumbered by the source's own map, leaving out deleted ones.
  func appendPostings(to list: inout PostingList)

  func advance()
}
