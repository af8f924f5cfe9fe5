/// Walks several ascending sequences of byte strings as one: a binary heap on the sequences' current keys, compared by
/// their first eight bytes where these decide.
struct KeyMerge {
  private struct Head {
    var prefix: UInt64
    var source: Int
  }

  private var keys: [[UInt8]]
  private var heap: [Head] = []

  /// - Parameter readFirst: replaces the key by the first of a sequence; `false` where there is none.
  init(sourceCount: Int, readFirst: (_ source: Int, _ key: inout [UInt8]) -> Bool) {
    keys = Array(repeating: [], count: sourceCount)
    for source in 0..<sourceCount where readFirst(source, &keys[source]) {
      heap.append(Head(prefix: Self.prefix(of: keys[source]), source: source))
    }
    for parent in (0..<heap.count / 2).reversed() { siftDown(parent) }
  }

  /// The sequence with the smallest key, the first of them where several have it; `nil` at the end.
  var source: Int? { heap.first?.source }

  /// Replaces `key` by the smallest key. There must be one.
  func copyKey(to key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: keys[heap[0].source])
  }

  /// Whether a key is the smallest one.
  func isFirst(_ key: [UInt8]) -> Bool {
    guard let source else { return false }
    return keys[source] == key
  }

  /// Moves the sequence with the smallest key on.
  ///
  /// - Parameter readNext: replaces the key by the sequence's next; `false` at its end.
  mutating func advance(readNext: (_ source: Int, _ key: inout [UInt8]) -> Bool) {
    let source = heap[0].source
    if readNext(source, &keys[source]) {
      heap[0].prefix = Self.prefix(of: keys[source])
    } else {
      heap[0] = heap[heap.count - 1]
      heap.removeLast()
    }
    siftDown(0)
  }

  private mutating func siftDown(_ start: Int) {
    var parent = start
    while true {
      var smallest = parent
      for child in 2 * parent + 1...2 * parent + 2 where child < heap.count && precedes(heap[child], heap[smallest]) {
        smallest = child
      }
      if smallest == parent { return }
      heap.swapAt(parent, smallest)
      parent = smallest
    }
  }

  private func precedes(_ left: Head, _ right: Head) -> Bool {
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    let order = Self.compare(keys[left.source], keys[right.source])
    return order == 0 ? left.source < right.source : order < 0
  }

  /// Lexicographic order of keys whose first eight bytes agree.
  private static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let common = min(left.count, right.count)
    var index = 8
    while index < common {
      if left[index] != right[index] { return Int(left[index]) - Int(right[index]) }
      index += 1
    }
    return left.count - right.count
  }

  private static func prefix(of key: [UInt8]) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<min(8, key.count) { prefix = prefix << 8 | UInt64(key[index]) }
    return key.count < 8 ? prefix << UInt64(8 * (8 - key.count)) : prefix
  }
}
