import CorpusSynthesis
import Glibc

/// A stretch of memory that is read as fast as the machine can.
///
/// The pointer is this object's own from `init` to `deinit`, `wordCount` words long and a multiple of a cache line; all
/// reads stay below `wordCount`, and nobody writes after `init`.
@safe final class StreamedMemory: @unchecked Sendable {
  let byteCount: Int
  private let words: UnsafeMutablePointer<UInt64>
  private let wordCount: Int

  /// Of at least 4 KiB; filled with a fixed pattern.
  init(byteCount: Int) {
    wordCount = max(512, byteCount / 64 * 8)
    self.byteCount = wordCount * 8
    unsafe words = .allocate(capacity: wordCount)
    for place in 0..<wordCount { unsafe words[place] = UInt64(place) &* 0x9E37_79B9_7F4A_7C15 }
  }

  deinit { unsafe words.deallocate() }

  /// The sum of all bytes, eight at a time: what a sweep over byte columns cannot be faster than.
  func sumOfBytes() -> UInt64 {
    let vectors = unsafe UnsafeRawPointer(words).assumingMemoryBound(to: SIMD16<UInt8>.self)
    let even: UInt64 = 0x00FF_00FF_00FF_00FF
    let mask = SIMD2<UInt64>(even, even)
    var total: UInt64 = 0
    // Sixteen-bit lanes take 128 pairs of bytes without running over.
    let vectorCount = wordCount / 2
    var place = 0
    while place < vectorCount {
      let end = min(place + 128, vectorCount)
      var lanes = SIMD2<UInt64>()
      while place < end {
        let vector = unsafe unsafeBitCast(vectors[place], to: SIMD2<UInt64>.self)
        lanes &+= (vector & mask) &+ ((vector &>> 8) & mask)
        place += 1
      }
      for lane in 0..<2 {
        let pairs = lanes[lane]
        total &+= (pairs & 0xFFFF) &+ ((pairs >> 16) & 0xFFFF) &+ ((pairs >> 32) & 0xFFFF) &+ (pairs >> 48)
      }
    }
    return total
  }

  /// The same, a byte at a time, to check.
  func sumOfBytesSlowly() -> UInt64 {
    let bytes = unsafe UnsafeRawPointer(words).assumingMemoryBound(to: UInt8.self)
    var total: UInt64 = 0
    for place in 0..<byteCount { unsafe total &+= UInt64(bytes[place]) }
    return total
  }

  /// Reads a cache line of 64 bytes at each of so many scattered places, none waiting for another.
  func sumOfScatteredLines(count: Int) -> UInt64 {
    var random = SeededGenerator(seed: 9)
    let lineCount = wordCount / 8
    var total: UInt64 = 0
    for _ in 0..<count { unsafe total &+= words[random.below(lineCount) * 8] }
    return total
  }
}
