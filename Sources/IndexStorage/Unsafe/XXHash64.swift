/// XXH64, the checksum of every file of the index: finds any flipped byte, at memory speed.
///
/// Source: Yann Collet, xxHash specification, "XXH64 algorithm description"; seed 0.
public struct XXHash64: Sendable {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  private var lane1 = prime1 &+ prime2
  private var lane2 = prime2
  private var lane3: UInt64 = 0
  private var lane4 = 0 &- prime1
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  public init() { pending.reserveCapacity(32) }

  public static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash = XXHash64()
    hash.update(bytes)
    return hash.digest
  }

  public mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe update($0) }
  }

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    byteCount &+= UInt64(bytes.count)
    var offset = 0
    if !pending.isEmpty {
      let taken = min(32 - pending.count, bytes.count)
      unsafe pending.append(contentsOf: bytes[0..<taken])
      offset = taken
      guard pending.count == 32 else { return }
      let stripe = pending
      unsafe stripe.withUnsafeBytes { unsafe consume($0, at: 0) }
      pending.removeAll(keepingCapacity: true)
    }
    while offset &+ 32 <= bytes.count {
      unsafe consume(bytes, at: offset)
      offset &+= 32
    }
    if offset < bytes.count { unsafe pending.append(contentsOf: bytes[offset...]) }
  }

  public var digest: UInt64 {
    var hash: UInt64
    if byteCount >= 32 {
      hash = Self.rotate(lane1, 1) &+ Self.rotate(lane2, 7) &+ Self.rotate(lane3, 12) &+ Self.rotate(lane4, 18)
      for lane in [lane1, lane2, lane3, lane4] {
        hash = (hash ^ Self.round(0, lane)) &* Self.prime1 &+ Self.prime4
      }
    } else {
      hash = Self.prime5
    }
    hash &+= byteCount
    var index = 0
    func load(_ width: Int) -> UInt64 {
      (0..<width).reduce(0) { $0 | UInt64(pending[index + $1]) << UInt64($1 * 8) }
    }
    while index + 8 <= pending.count {
      hash = Self.rotate(hash ^ Self.round(0, load(8)), 27) &* Self.prime1 &+ Self.prime4
      index += 8
    }
    if index + 4 <= pending.count {
      hash = Self.rotate(hash ^ (load(4) &* Self.prime1), 23) &* Self.prime2 &+ Self.prime3
      index += 4
    }
    while index < pending.count {
      hash = Self.rotate(hash ^ (load(1) &* Self.prime5), 11) &* Self.prime1
      index += 1
    }
    hash = (hash ^ (hash >> 33)) &* Self.prime2
    hash = (hash ^ (hash >> 29)) &* Self.prime3
    return hash ^ (hash >> 32)
  }

  private mutating func consume(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    unsafe lane1 = Self.round(lane1, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    unsafe lane2 = Self.round(
      lane2, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)))
    unsafe lane3 = Self.round(
      lane3, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)))
    unsafe lane4 = Self.round(
      lane4, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self)))
  }

  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotate(lane &+ input &* prime2, 31) &* prime1
  }

  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 {
    value << count | value >> (64 - count)
  }
}
