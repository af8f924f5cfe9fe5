/// Terms in ascending byte order with their postings: a freshly inverted chunk, or a segment that is being merged.
protocol TermSource: AnyObject {
  /// Stream byte and term bytes of the current term; `nil` behind the last.
  var currentTerm: [UInt8]? { get }

  /// Appends the current term's postings, documents renumbered by the source's own map, leaving out deleted ones.
  func appendPostings(to list: inout PostingList)

  func advance()
}
