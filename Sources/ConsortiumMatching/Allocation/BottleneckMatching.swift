/// How many applications can have a suggestion of at least a certain quality each, under the bodies' capacities: a
/// maximum matching by augmenting paths (Kuhn, "The Hungarian method", Naval Research Logistics 2, 1955).
struct BottleneckMatching {
  private let options: [[AllocationProblem.Option]]
  private let capacities: [Int]

  init(_ setting: AllocationSetting) {
    options = setting.options.indices.filter { setting.isGuaranteed($0) }.map { application in
      setting.options[application].filter { setting.capacities[$0.body] > 0 }
        .sorted { $0.quality != $1.quality ? $0.quality > $1.quality : $0.body < $1.body }
    }
    capacities = setting.capacities
  }

  /// - Complexity: applications times options in the worst case of each; near linear in practice.
  func servedCount(threshold: Int) -> Int {
    let usable = options.map { options in options.prefix { $0.quality >= threshold }.map(\.body) }
    var guests = Array(repeating: [Int](), count: capacities.count)
    var seen = Array(repeating: -1, count: capacities.count)
    var served = 0
    for application in usable.indices {
      // Breadth first: from an application to the bodies that it may have, from a full body to its guests.
      var queue = [application]
      var cameFrom: [Int: (body: Int, through: Int)] = [:]
      var next = 0
      var end: (application: Int, body: Int)?
      search: while next < queue.count {
        let current = queue[next]
        next += 1
        for body in usable[current] where seen[body] != application {
          seen[body] = application
          if guests[body].count < capacities[body] {
            end = (current, body)
            break search
          }
          for guest in guests[body] where guest != application && cameFrom[guest] == nil {
            cameFrom[guest] = (body, current)
            queue.append(guest)
          }
        }
      }
      guard var step = end else { continue }
      served += 1
      while true {
        guests[step.body].append(step.application)
        guard step.application != application, let before = cameFrom[step.application] else { break }
        guests[before.body].removeAll { $0 == step.application }
        step = (before.through, before.body)
      }
    }
    return served
  }
}
