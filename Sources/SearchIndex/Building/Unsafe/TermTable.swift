/// Numbers the terms of a chunk in order of first appearance and counts them: open addressing over one arena of bytes,
/// no allocation for each term, one word of memory to tell most terms apart.
///
/// Invariants: `slots` has `slotMask + 1` words, a power of two, at most half of them in use; `entries` and `arena` have
/// `entryCapacity` entries and `arenaCapacity` bytes, of which the first ``count`` and `arenaByteCount` are valid; behind
/// every term in the arena eight bytes may be read.
@safe
struct TermTable: ~Copyable {
  struct Entry {
    /// Stream byte and the first seven bytes of the term, the first byte on top: numbers in the order of terms.
    var prefix: UInt64
    /// Where stream byte and term stand in the arena; while postings are laid out, where the last position went.
    var start: UInt32
    /// Of stream byte and term together.
    var byteCount: UInt32
    /// Of all positions, as ``PositionCode`` has them; while postings are laid out, where the next position goes.
    var positionByteCount: UInt32
    /// Documents with the term; while postings are laid out, where the next posting goes.
    var postingCount: UInt32
    /// The document that the last occurrence was in, and its position there.
    var lastDocument: UInt32
    var lastPosition: UInt32
  }

  private(set) var count = 0
  private(set) var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity: Int
  private var arena: UnsafeMutableRawPointer
  private var arenaCapacity: Int
  private(set) var arenaByteCount = 0
  /// Hash in the upper half, number + 1 in the lower; 0 is an empty slot.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotMask: Int

  init() {
    entryCapacity = 1 << 12
    arenaCapacity = 1 << 16
    slotMask = (1 << 13) - 1
    unsafe entries = .allocate(capacity: entryCapacity)
    unsafe arena = .allocate(byteCount: arenaCapacity, alignment: 16)
    unsafe slots = .allocate(capacity: slotMask + 1)
    unsafe slots.initialize(repeating: 0, count: slotMask + 1)
  }

  deinit {
    unsafe entries.deallocate()
    unsafe arena.deallocate()
    unsafe slots.deallocate()
  }

  /// Forgets all terms and keeps the memory.
  mutating func removeAll() {
    count = 0
    arenaByteCount = 0
    unsafe slots.update(repeating: 0, count: slotMask + 1)
  }

  /// What a term is looked up by, and what its first slot holds: read for some terms together, before the first is
  /// compared, so that memory is waited for once and not for each.
  struct Key {
    fileprivate var prefix: UInt64 = 0
    fileprivate var hash: UInt64 = 0
    fileprivate var firstSlot: UInt64 = 0
    fileprivate var byteCount = 0
  }

  /// The key of a term.
  ///
  /// - Parameter term: `byteCount` bytes, and at least eight more that may be read.
  @inline(__always)
  func key(stream: UInt8, term: UnsafeRawPointer, byteCount: Int) -> Key {
    let first = unsafe Self.word(term, remaining: byteCount)
    var hash = Self.mix((first ^ UInt64(stream)) &+ UInt64(byteCount) &* 0x9E37_79B9_7F4A_7C15)
    var offset = 8
    while offset < byteCount {
      hash = Self.mix(hash ^ (unsafe Self.word(term + offset, remaining: byteCount - offset)))
      offset &+= 8
    }
    return Key(
      prefix: UInt64(stream) << 56 | first.byteSwapped >> 8, hash: hash,
      firstSlot: unsafe slots[Int(truncatingIfNeeded: hash >> 32) & slotMask], byteCount: byteCount)
  }

  /// Counts an occurrence of a term.
  ///
  /// - Parameters:
  ///   - key: the term's own; terms may have been counted since it was made.
  ///   - term: as for the key.
  ///   - document: no smaller than in the call before.
  ///   - position: no smaller than in the call before for the document.
  /// - Returns: the term's number, new ones being numbered next.
  @inline(__always)
  mutating func countOccurrence(
    _ key: Key, stream: UInt8, term: UnsafeRawPointer, document: UInt32, position: UInt32
  ) -> UInt32 {
    // A number stays its term's, whatever has become of the slot.
    if key.firstSlot != 0, unsafe holds(key.firstSlot, key: key, term: term) {
      return countOne(of: Int(key.firstSlot & 0xFFFF_FFFF) &- 1, document: document, position: position)
    }
    var slot = Int(truncatingIfNeeded: key.hash >> 32) & slotMask
    while true {
      let found = unsafe slots[slot]
      if found == 0 { break }
      if unsafe holds(found, key: key, term: term) {
        return countOne(of: Int(found & 0xFFFF_FFFF) &- 1, document: document, position: position)
      }
      slot = (slot &+ 1) & slotMask
    }
    return unsafe insert(key, stream: stream, term: term, document: document, position: position, slot: slot)
  }

  /// Whether a slot that is in use holds the term.
  @inline(__always)
  private func holds(_ slot: UInt64, key: Key, term: UnsafeRawPointer) -> Bool {
    guard slot >> 32 == key.hash >> 32 else { return false }
    let entry = unsafe entries + (Int(slot & 0xFFFF_FFFF) &- 1)
    return unsafe entry.pointee.prefix == key.prefix && Int(entry.pointee.byteCount) == key.byteCount &+ 1
      && (key.byteCount <= 7 || hasTail(entry.pointee.start, term: term, byteCount: key.byteCount))
  }

  @inline(__always)
  private func countOne(of number: Int, document: UInt32, position: UInt32) -> UInt32 {
    let entry = unsafe entries + number
    if unsafe entry.pointee.lastDocument != document {
      unsafe entry.pointee.lastDocument = document
      unsafe entry.pointee.lastPosition = 0
      unsafe entry.pointee.postingCount &+= 1
    }
    let distance = unsafe position &- entry.pointee.lastPosition
    unsafe entry.pointee.lastPosition = position
    unsafe entry.pointee.positionByteCount &+= UInt32(PositionCode.byteCount(distance: distance))
    return UInt32(truncatingIfNeeded: number)
  }

  private mutating func insert(
    _ key: Key, stream: UInt8, term: UnsafeRawPointer, document: UInt32, position: UInt32, slot: Int
  ) -> UInt32 {
    let byteCount = key.byteCount
    precondition(arenaByteCount + byteCount < 1 << 31 && count < 1 << 31, "a chunk holds too many terms")
    let number = count
    unsafe slots[slot] = key.hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    if number == entryCapacity {
      let larger = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
      unsafe larger.initialize(from: entries, count: number)
      unsafe entries.deallocate()
      unsafe entries = unsafe larger
      entryCapacity *= 2
    }
    if arenaByteCount + byteCount + 9 > arenaCapacity {
      while arenaByteCount + byteCount + 9 > arenaCapacity { arenaCapacity *= 2 }
      let larger = UnsafeMutableRawPointer.allocate(byteCount: arenaCapacity, alignment: 16)
      unsafe larger.copyMemory(from: arena, byteCount: arenaByteCount)
      unsafe arena.deallocate()
      unsafe arena = unsafe larger
    }
    unsafe arena.storeBytes(of: stream, toByteOffset: arenaByteCount, as: UInt8.self)
    unsafe (arena + arenaByteCount + 1).copyMemory(from: term, byteCount: byteCount)
    unsafe (entries + number).initialize(
      to: Entry(
        prefix: key.prefix, start: UInt32(arenaByteCount), byteCount: UInt32(byteCount + 1),
        positionByteCount: UInt32(PositionCode.byteCount(distance: position)), postingCount: 1, lastDocument: document,
        lastPosition: position))
    arenaByteCount += byteCount + 1
    count += 1
    if count * 2 > slotMask + 1 { grow() }
    return UInt32(number)
  }

  private mutating func grow() {
    let mask = (slotMask + 1) * 2 - 1
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: mask + 1)
    unsafe larger.initialize(repeating: 0, count: mask + 1)
    for old in 0...slotMask {
      let value = unsafe slots[old]
      guard value != 0 else { continue }
      var slot = Int(truncatingIfNeeded: value >> 32) & mask
      while unsafe larger[slot] != 0 { slot = (slot + 1) & mask }
      unsafe larger[slot] = value
    }
    unsafe slots.deallocate()
    unsafe slots = unsafe larger
    slotMask = mask
  }

  /// Whether the bytes behind the prefix are the term's too.
  @inline(__always)
  private func hasTail(_ start: UInt32, term: UnsafeRawPointer, byteCount: Int) -> Bool {
    let known = unsafe UnsafeRawPointer(arena) + Int(start) + 1
    var offset = 7
    while offset < byteCount {
      let (left, right) = unsafe (
        Self.word(known + offset, remaining: byteCount - offset),
        Self.word(term + offset, remaining: byteCount - offset)
      )
      if left != right { return false }
      offset &+= 8
    }
    return true
  }

  /// Eight bytes, the first lowest; those at and behind `remaining` are 0.
  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer, remaining: Int) -> UInt64 {
    let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    return remaining >= 8 ? word : word & ~(UInt64.max &<< UInt64(truncatingIfNeeded: remaining &* 8))
  }

  /// The two halves of a product, folded.
  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9FB2_1C65_1E98_DF25)
    return product.high ^ product.low
  }

  // MARK: Order

  /// Term numbers in ascending byte order.
  ///
  /// - Complexity: linear in the terms; those that share their first eight bytes are sorted by comparing.
  func sortedNumbers() -> [UInt32] {
    var keys: [PrefixSort.Key] = []
    keys.reserveCapacity(count)
    for number in 0..<count {
      keys.append(PrefixSort.Key(prefix: unsafe entries[number].prefix, number: UInt32(number)))
    }
    PrefixSort.sort(&keys)
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].prefix == keys[start].prefix { end += 1 }
      if end - start > 1 { keys[start..<end].sort { precedes($0.number, $1.number) } }
      start = end
    }
    return keys.map(\.number)
  }

  private func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
    unsafe bytes(of: Int(left)).lexicographicallyPrecedes(bytes(of: Int(right)))
  }

  /// Stream byte and bytes of a term, valid until the next one is counted.
  func bytes(of number: Int) -> UnsafeRawBufferPointer {
    let entry = unsafe entries[number]
    return unsafe UnsafeRawBufferPointer(start: arena + Int(entry.start), count: Int(entry.byteCount))
  }
}
