/// Places among the first ten that are reserved for newcomers: bodies with a single piece of evidence.
public struct NewcomerLane: Hashable, Sendable, Codable {
  /// Whether places are reserved.
  public var isOn = false
  /// Which part of the first ten places is reserved, in 0...1. Two of ten places found up to twice the newcomers on
  /// consortia of four half years of the CORDIS history, at 3 to 4 % of nDCG@10.
  public var share = 0.2

  public init() {}

  /// The reserved places from 1, ascending, the last one being 10: 10; 7 and 10; 4, 7 and 10; ...
  public var places: [Int] {
    let count = max(0, min(10, Int((share * 10).rounded())))
    guard isOn, count > 0 else { return [] }
    let step = count <= 3 ? 3 : (count <= 5 ? 2 : 1)
    return (0..<count).map { 10 - $0 * step }.reversed()
  }

  /// Gives missing newcomers the last reserved places; the last of the first ten that are no newcomers make room, and
  /// nobody overtakes one of its own.
  ///
  /// - Parameters:
  ///   - ranking: all candidates, best first.
  ///   - isNewcomer: whether a candidate has a single piece of evidence.
  /// - Complexity: linear in the candidates down to the last newcomer that is moved.
  public func reserve<Element>(in ranking: [Element], isNewcomer: (Element) -> Bool) -> [Element] {
    let places = places
    guard !places.isEmpty, ranking.count > 10 else { return ranking }
    let missingCount = places.count - ranking.prefix(10).count(where: isNewcomer)
    guard missingCount > 0 else { return ranking }
    var chosen: [Int] = []
    for place in 10..<ranking.count where isNewcomer(ranking[place]) {
      chosen.append(place)
      if chosen.count == missingCount { break }
    }
    // The last of the first ten that are no newcomers make room.
    let leaving = ranking.indices.prefix(10).filter { !isNewcomer(ranking[$0]) }.suffix(chosen.count)
    var head = ranking.indices.prefix(10).filter { !leaving.contains($0) }
    for (place, newcomer) in zip(places.suffix(chosen.count), chosen) { head.insert(newcomer, at: place - 1) }
    let rest = leaving + ranking.indices.dropFirst(10).filter { !chosen.contains($0) }
    return (head + rest).map { ranking[$0] }
  }

  enum CodingKeys: String, CodingKey {
    case isOn = "on"
    case share
  }
}
