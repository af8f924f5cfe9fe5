/// Keeps one body from being among the first ten of too many applications.
///
/// Applications ask for their ten best; a body that is asked too often stays with those to which it fits best, and the
/// others ask for their next best: deferred acceptance (Gale and Shapley 1962), so that no application and body would both
/// rather have each other than what they got.
public struct ExposureCap: Sendable {
  /// Applications among whose first ten a body may be, at least 1.
  public let count: Int

  /// Places of an application that are capped.
  private static let placeCount = 10

  /// - Parameter share: of the rankings, above 0 and at most 1.
  public init(share: Double, rankingCount: Int) { count = max(1, Int((share * Double(rankingCount)).rounded(.up))) }

  public struct Candidate: Hashable, Sendable {
    public var organization: UInt32
    public var score: Double

    public init(organization: UInt32, score: Double) {
      self.organization = organization
      self.score = score
    }
  }

  /// - Parameter rankings: for each application its candidates, best first.
  /// - Returns: for each application its candidates' places in the new order: the ten that it got, then the others, each in
  ///   the order they had. Where nobody is left to ask, who was refused fills the places.
  /// - Complexity: candidates times the cap in the worst case.
  public func apply(to rankings: [[Candidate]]) -> [[Int]] {
    struct Holder {
      var application: Int
      var place: Int
      /// By how much the body is better for the application than its first choice is; at most 0 without a lane.
      var fit: Double
    }
    var holders: [UInt32: [Holder]] = [:]
    var next = Array(repeating: 0, count: rankings.count)
    var heldCounts = next
    var asking = Array(rankings.indices.reversed())
    while let application = asking.popLast() {
      let ranking = rankings[application]
      while heldCounts[application] < Self.placeCount, next[application] < ranking.count {
        let place = next[application]
        next[application] += 1
        let candidate = ranking[place]
        let holder = Holder(application: application, place: place, fit: candidate.score - ranking[0].score)
        var held = holders[candidate.organization] ?? []
        // Better fit first, then the better place, then the earlier application.
        let index =
          held.firstIndex { other in
            if other.fit != holder.fit { return other.fit < holder.fit }
            return other.place != place ? other.place > place : other.application > application
          } ?? held.count
        guard index < count else { continue }
        held.insert(holder, at: index)
        heldCounts[application] += 1
        if held.count > count {
          let refused = held.removeLast()
          heldCounts[refused.application] -= 1
          asking.append(refused.application)
        }
        holders[candidate.organization] = held
      }
    }
    var kept = Array(repeating: [Int](), count: rankings.count)
    for held in holders.values { for holder in held { kept[holder.application].append(holder.place) } }
    return rankings.indices.map { application in
      let first = kept[application].sorted()
      let isFirst = Set(first)
      return first + rankings[application].indices.filter { !isFirst.contains($0) }
    }
  }
}
