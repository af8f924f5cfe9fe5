import ParallelExecution

/// The pairs of records that are worth comparing.
enum CandidatePairs {
  /// Blocks of more records than these say too little: within them only neighbours in place and name are compared.
  static let blockLimit = 30
  private static let windowCount = 6
  private static let bodiesInChunk = 8192

  private struct Entry {
    var key: UInt64
    var body: UInt32
  }

  /// Pairs of positions, the smaller in the upper half, each once, in order.
  ///
  /// - Complexity: n log n of the keys; 16 bytes a key and 8 a pair.
  static func find(_ bodies: [BodyFacts], executor: ParallelExecutor) -> [UInt64] {
    let chunkCount = (bodies.count + bodiesInChunk - 1) / bodiesInChunk
    let partCount = min(64, chunkCount)
    // Keys are divided by their value: the parts can then be sorted by themselves.
    let chunks = executor.map(count: chunkCount) { chunk, _ -> [[Entry]] in
      var parts = [[Entry]](repeating: [], count: partCount)
      for index in chunk * bodiesInChunk..<min(bodies.count, (chunk + 1) * bodiesInChunk) {
        for key in BlockingKeys.keys(of: bodies[index], forMistyped: true) {
          parts[Int(key >> 32) % partCount].append(Entry(key: key, body: UInt32(index)))
        }
      }
      return parts
    }
    let perPart = executor.map(count: partCount) { part, _ -> [UInt64] in
      var entries: [Entry] = []
      entries.reserveCapacity(chunks.reduce(0) { $0 + $1[part].count })
      for chunk in chunks { entries += chunk[part] }
      entries.sort { $0.key != $1.key ? $0.key < $1.key : $0.body < $1.body }
      return pairs(in: entries, bodies)
    }
    var all = perPart.flatMap { $0 }
    all.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(all.count)
    for pair in all where pair != distinct.last { distinct.append(pair) }
    return distinct
  }

  private static func pairs(in entries: [Entry], _ bodies: [BodyFacts]) -> [UInt64] {
    var pairs: [UInt64] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      if end - start > 1 {
        append(blockOf: entries[start..<end].map(\.body), bodies, to: &pairs)
      }
      start = end
    }
    return pairs
  }

  private static func append(blockOf members: [UInt32], _ bodies: [BodyFacts], to pairs: inout [UInt64]) {
    if members.count <= blockLimit {
      for (place, left) in members.enumerated() {
        for right in members[(place + 1)...] { pairs.append(UInt64(left) << 32 | UInt64(right)) }
      }
      return
    }
    let ordered = members.map { member -> (place: String, member: UInt32) in
      let body = bodies[Int(member)]
      return ((body.country ?? "") + "/" + (body.city ?? "") + "/" + (body.names.first?.letters ?? ""), member)
    }.sorted { $0.place != $1.place ? $0.place < $1.place : $0.member < $1.member }
    for (index, entry) in ordered.enumerated() {
      for other in ordered[(index + 1)...].prefix(windowCount) {
        let (low, high) = (min(entry.member, other.member), max(entry.member, other.member))
        pairs.append(UInt64(low) << 32 | UInt64(high))
      }
    }
  }
}
