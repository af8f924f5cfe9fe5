/// Finds the set of candidates that is worth most, by branch and bound.
///
/// Sets are built member by member, the most promising first. What a set can still gain is bounded in two ways, both
/// admissible because the value is submodular but for ties, which are bounded apart: by the largest gains of single
/// candidates added up (Nemhauser, Wolsey and Fisher, "An analysis of approximations for maximizing submodular set
/// functions I", Mathematical Programming 14, 1978), and by every need's best remaining supplier together with the
/// largest gains in everything else. Rules cut off what cannot become a consortium any more. The search ends with a proof
/// or, when its steps are used up, with a bound.
///
/// Worst case exponential in the size of the set; at a forum's size (300 candidates, 3 to 6 members) some thousand nodes.
final class ConsortiumSearch {
  private let table: CandidateTable
  private let limits: SearchLimits
  /// Sets from which the one that is sought must differ: at most so many members in common.
  private let earlier: [(partners: Set<Int>, sharedCount: Int)]
  private let pinned: [Int]
  private let pool: [Int]

  private var best: (value: Int, partners: [Int])?
  /// What was left unexplored for want of steps is worth at most this.
  private var openBound = Int.min
  private(set) var stepCount = 0
  private(set) var isCancelled = false

  /// Members besides the applicant that are chosen so far.
  private var partners: [Int] = []
  private var members: [Int]
  /// The best and second best points of each need among the partners.
  private var firsts: [Int]
  private var seconds: [Int]

  /// A candidate that may be added, with what it brings to the present set.
  private struct Option {
    var candidate: Int
    /// Coverage.
    var covered: Int
    /// Everything else; of ties with members to come the half, at most.
    var rest: Int
    var gain: Int { covered + rest }
  }

  init(
    _ problem: ConsortiumProblem, table: CandidateTable, limits: SearchLimits,
    earlier: [(partners: Set<Int>, sharedCount: Int)] = []
  ) {
    self.table = table
    self.limits = limits
    self.earlier = earlier
    pinned = Array(Set(problem.pinned)).sorted()
    let left = Set(problem.pinned + problem.vetoed)
    let rules = table.rules
    pool = problem.candidates.indices.filter { candidate in
      // Whoever breaks a rule by being there is never looked at again.
      !left.contains(candidate)
        && !rules.counts.contains { $0.most == 0 && $0.matches[candidate] == .yes }
    }
    members = [table.applicant]
    firsts = Array(repeating: 0, count: table.needCount)
    seconds = firsts
  }

  /// - Parameter start: a good set to begin with, if one is known.
  /// - Returns: `nil` where no set is admitted, or none was found within the limits.
  func run(from start: [Int]? = nil) -> (found: FoundSet?, isComplete: Bool) {
    if let start, isAdmitted(start) { record(start) }
    var value = table.objective.valueWithoutWishes(of: [])
    var pinnedOptions: [Int] = []
    for candidate in pinned {
      value += add(candidate)
      pinnedOptions.append(candidate)
    }
    let largest = table.rules.size.upperBound
    if largest < .max, members.count <= largest, isDifferent(partners),
      table.rules.canBeCompleted(members, seats: seatRange)
    {
      explore(pool, value: value)
    }
    let isComplete = openBound == .min && !isCancelled
    guard let best else { return (nil, isComplete) }
    return (
      FoundSet(partners: best.partners.sorted(), value: best.value, bound: max(best.value, openBound)), isComplete
    )
  }

  /// How many members may still be added.
  private var seatRange: ClosedRange<Int> {
    let size = table.rules.size
    return max(0, size.lowerBound - members.count)...max(0, size.upperBound - members.count)
  }

  private func wishes(of members: [Int]) -> Int {
    table.wishValue == 0 ? 0 : table.weights.wish * table.wishesMet.met(by: members, applicant: table.applicant)
  }

  private func isAdmitted(_ partners: [Int]) -> Bool {
    pinned.allSatisfy(partners.contains) && partners.allSatisfy { pool.contains($0) || pinned.contains($0) }
      && isDifferent(partners) && table.rules.admits(partners + [table.applicant])
  }

  private func isDifferent(_ partners: [Int]) -> Bool {
    earlier.allSatisfy { set in partners.count(where: set.partners.contains) <= set.sharedCount }
  }

  private func record(_ partners: [Int]) {
    let value = table.value(of: partners)
    if value > best?.value ?? .min { best = (value, partners) }
  }

  private func record(value: Int) {
    if value > best?.value ?? .min { best = (value, partners) }
  }

  // MARK: Gains

  /// Adds a member and returns what it brings.
  private func add(_ candidate: Int) -> Int {
    let gain = coveredGain(candidate) + restGain(candidate)
    let row = candidate * table.needCount
    for need in 0..<table.needCount {
      let points = table.points[row + need]
      if points > firsts[need] {
        seconds[need] = firsts[need]
        firsts[need] = points
      } else if points > seconds[need] {
        seconds[need] = points
      }
    }
    partners.append(candidate)
    members.append(candidate)
    return gain
  }

  private func coveredGain(_ candidate: Int) -> Int {
    let (coverage, backup) = (table.weights.coverage, table.weights.backup)
    let row = candidate * table.needCount
    var gain = 0
    for need in 0..<table.needCount {
      let points = table.points[row + need]
      let first = firsts[need]
      if points > first {
        gain += coverage * (points - first) + backup * (first - seconds[need])
      } else if points > seconds[need] {
        gain += backup * (points - seconds[need])
      }
    }
    return gain
  }

  private func restGain(_ candidate: Int) -> Int {
    let weights = table.weights
    var gain = table.ownValues[candidate]
    if weights.provenPair != weights.newPair {
      for partner in partners { gain += table.ties.areTied(candidate, partner) ? weights.provenPair : weights.newPair }
    } else {
      gain += weights.newPair * partners.count
    }
    let (kind, place) = (table.kinds[candidate], table.places[candidate])
    if kind >= 0, !members.contains(where: { table.kinds[$0] == kind }) { gain += weights.kind }
    if place >= 0, !members.contains(where: { table.places[$0] == place }) { gain += weights.region }
    return gain
  }

  /// Half of what ties with so many members to come may be worth.
  private func futureTies(_ candidate: Int, count: Int) -> Int {
    let weights = table.weights
    return (table.hasTies[candidate] ? max(weights.provenPair, weights.newPair) : weights.newPair) / 2 * count
  }

  // MARK: Search

  private func explore(_ rest: [Int], value: Int) {
    let seats = seatRange
    if seats.lowerBound == 0, table.rules.admits(members) { record(value: value + wishes(of: members)) }
    guard seats.upperBound > 0, !rest.isEmpty else { return }
    stepCount += rest.count
    if limits.isCancelled() { isCancelled = true }
    let limit = seats.upperBound
    var options = rest.map { candidate in
      Option(
        candidate: candidate, covered: coveredGain(candidate),
        rest: restGain(candidate) + futureTies(candidate, count: limit - 1))
    }
    options.sort { $0.gain != $1.gain ? $0.gain > $1.gain : $0.candidate < $1.candidate }
    guard !isOutOfReach(options, seats, value: value) else { return }
    var available = table.rules.counts.map { rule in rest.count { rule.matches[$0] != .no } }
    let prefix = gainSums(options)

    for place in options.indices {
      let option = options[place]
      // What follows brings no more than this one.
      let others = min(options.count, place + limit)
      let following = max(0, prefix[others] - prefix[place + 1])
      let bound = value + option.gain + following + table.wishValue
      if let best, bound <= best.value { break }
      // Too few are left to fill the seats that must be filled.
      if options.count - place < seats.lowerBound { break }
      if stepCount > limits.stepCount || isCancelled {
        openBound = max(openBound, bound)
        return
      }
      if place > 0 {
        let passed = options[place - 1].candidate
        for (rule, count) in table.rules.counts.enumerated() where count.matches[passed] != .no { available[rule] -= 1 }
      }
      descend(option, options[(place + 1)...], limit: limit, value: value, available: available)
    }
  }

  private func descend(_ option: Option, _ rest: ArraySlice<Option>, limit: Int, value: Int, available: [Int]) {
    let (firsts, seconds) = (firsts, seconds)
    let gain = add(option.candidate)
    if isDifferent(partners), table.rules.canBeCompleted(members, seats: seatRange, available: available) {
      if limit == 1 {
        record(value: value + gain + wishes(of: members))
        stepCount += 1
      } else {
        explore(rest.map(\.candidate), value: value + gain)
      }
    }
    partners.removeLast()
    members.removeLast()
    (self.firsts, self.seconds) = (firsts, seconds)
  }

  /// Sums of the gains that are worth having: `sums[n]` of the first `n`.
  private func gainSums(_ options: [Option]) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(options.count + 1)
    for option in options { sums.append(sums[sums.count - 1] + max(0, option.gain)) }
    return sums
  }

  /// Whether not even every need's best suppliers and the most in everything else make a better set.
  private func isOutOfReach(_ options: [Option], _ seats: ClosedRange<Int>, value: Int) -> Bool {
    guard let best else { return false }
    let weights = table.weights
    var bound = value + table.wishValue
    for need in 0..<table.needCount {
      var (first, second) = (firsts[need], seconds[need])
      for option in options {
        let points = table.points[option.candidate * table.needCount + need]
        if points > first {
          second = first
          first = points
        } else if points > second {
          second = points
        }
      }
      bound += weights.coverage * (first - firsts[need]) + weights.backup * (second - seconds[need])
    }
    // The largest of the rest, as many as there are seats.
    var largest: [Int] = []
    for option in options where option.rest > 0 {
      if largest.count == seats.upperBound, option.rest <= largest[largest.count - 1] { continue }
      let place = largest.firstIndex { $0 < option.rest } ?? largest.count
      largest.insert(option.rest, at: place)
      if largest.count > seats.upperBound { largest.removeLast() }
    }
    return bound + largest.reduce(0, +) <= best.value
  }
}
