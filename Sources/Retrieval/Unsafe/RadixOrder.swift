/// Sorting of keys by some of their bytes.
package enum RadixOrder {
  /// Sorts ascending by the bytes with some numbers, 0 being the lowest; keys that are equal in these keep their order.
  ///
  /// Counting sorts from the lowest byte to the highest; a byte in which all keys agree costs nothing more. (Seward 1954;
  /// Knuth, TAOCP 3, 5.2.5.)
  ///
  /// - Complexity: linear in the keys times the bytes.
  package static func sort(_ keys: inout [UInt64], byBytes bytes: Range<Int>) {
    guard keys.count > 1 else { return }
    let count = keys.count
    let bucketCount = 256
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { room in
      unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: bucketCount * bytes.count) { places in
        unsafe room.initialize(repeating: 0)
        unsafe places.initialize(repeating: 0)
        unsafe keys.withUnsafeMutableBufferPointer { keys in
          for index in keys.indices {
            let key = unsafe keys[index]
            for (row, byte) in bytes.enumerated() {
              unsafe places[row &* bucketCount &+ Int(key &>> UInt64(byte &* 8) & 255)] += 1
            }
          }
          var (source, target) = unsafe (keys, room)
          for (row, byte) in bytes.enumerated() {
            let counts = unsafe UnsafeMutableBufferPointer(
              rebasing: places[row * bucketCount..<(row + 1) * bucketCount])
            let shift = UInt64(byte &* 8)
            guard unsafe counts[Int(source[0] &>> shift & 255)] < count else { continue }
            var place = 0
            for bucket in 0..<bucketCount {
              let next = unsafe place &+ counts[bucket]
              unsafe counts[bucket] = place
              place = next
            }
            for index in source.indices {
              let key = unsafe source[index]
              let bucket = Int(key &>> shift & 255)
              unsafe target[counts[bucket]] = key
              unsafe counts[bucket] &+= 1
            }
            unsafe swap(&source, &target)
          }
          if unsafe source.baseAddress != keys.baseAddress { _ = unsafe keys.update(fromContentsOf: source) }
        }
      }
    }
  }
}
