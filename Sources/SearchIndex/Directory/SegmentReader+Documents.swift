extension SegmentReader {
  /// Without the folder.
  var fileName: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// The documents of this segment whose ids another one has too, ascending.
  ///
  /// - Complexity: a look at both ends where the ids are apart; a binary search for each document of the other segment
  ///   where these are few; else linear in both.
  func documents(withIDsOf other: SegmentReader) -> [Int] {
    guard documentCount > 0, other.documentCount > 0,
      Self.compareIDs((self, 0), (other, other.documentCount - 1)) <= 0,
      Self.compareIDs((other, 0), (self, documentCount - 1)) <= 0
    else { return [] }
    var found: [Int] = []
    if other.documentCount < documentCount / 16 {
      for document in 0..<other.documentCount {
        if let own = self.document(withID: other.id(of: document)) { found.append(own) }
      }
      return found
    }
    var (left, right) = (0, 0)
    while left < documentCount, right < other.documentCount {
      let order = Self.compareIDs((self, left), (other, right))
      if order == 0 { found.append(left) }
      if order <= 0 { left += 1 }
      if order >= 0 { right += 1 }
    }
    return found
  }
}
