/// Decides which segments to merge so that their number stays bounded: segments of like size are merged once there are
/// eight of them, so that a document is rewritten about log8(n) times, and one with many deletions is rewritten alone.
struct MergePolicy: Sendable {
  /// Segments of one size class that trigger a merge.
  var fanOut = 8
  /// Documents of the smallest size class.
  var smallestClass = 1024
  /// Share of deleted documents at which a segment is rewritten.
  var deletedShare = 0.3
  /// Documents that any update may be made to merge before it is published.
  var promptDocumentCount = 2048
  /// Segments beyond which an update merges whatever it takes.
  var segmentLimit = 64

  /// Positions (ascending) of segments that should become one, or `nil` where all is well.
  ///
  /// - Parameter segments: documents and live documents of each segment.
  func nextMerge(_ segments: [(documentCount: Int, liveCount: Int)]) -> [Int]? {
    var classes: [Int: [Int]] = [:]
    for (position, segment) in segments.enumerated() {
      classes[sizeClass(segment.liveCount), default: []].append(position)
    }
    for (_, members) in classes.sorted(by: { $0.key < $1.key }) where members.count >= fanOut { return members }
    for (position, segment) in segments.enumerated() {
      let deletedCount = segment.documentCount - segment.liveCount
      if deletedCount > smallestClass / 4, Double(deletedCount) > deletedShare * Double(segment.documentCount) {
        return [position]
      }
    }
    return nil
  }

  /// Whether an update merges before it is published: what it takes is small, or in proportion to what the update
  /// brings, or was put off too often.
  func isPrompt(mergedCount: Int, freshCount: Int, segmentCount: Int) -> Bool {
    mergedCount <= max(promptDocumentCount, fanOut * freshCount) || segmentCount > segmentLimit
  }

  private func sizeClass(_ liveCount: Int) -> Int {
    var limit = smallestClass
    var sizeClass = 0
    while liveCount > limit {
      limit *= fanOut
      sizeClass += 1
    }
    return sizeClass
  }
}
