/// What one look over the bytes of a text tells about what is to be done with it.
///
/// Invariant: bytes are loaded only from `0 ..< count` of the buffer.
struct TextTraits: OptionSet, Sendable {
  var rawValue: UInt8

  /// There is a control character or two blanks in a row, or a blank at either end.
  static let blanks = TextTraits(rawValue: 1)
  /// There is one of the bytes without which no text is decomposed (``ComposedText``).
  static let mayBeDecomposed = TextTraits(rawValue: 2)
  /// There is `<` or `&`.
  static let markup = TextTraits(rawValue: 4)
  /// There is `=`.
  static let equals = TextTraits(rawValue: 8)
  static let notASCII = TextTraits(rawValue: 16)
  /// There is one of the bytes with which UTF-8 longer than necessary begins: C0, C1, E0, F0. libxml2 lets it through.
  static let mayBeOverlong = TextTraits(rawValue: 32)

  private typealias Block = SIMD16<UInt8>

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ bytes: some Collection<UInt8>) {
    // Slices of arrays and texts have their bytes in one piece; others are copied.
    let known = bytes.withContiguousStorageIfAvailable { unsafe TextTraits($0) }
    self = unsafe known ?? Array(bytes).withUnsafeBufferPointer { unsafe TextTraits($0) }
  }

  /// - Complexity: linear in the bytes, sixteen at a time.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    rawValue = 0
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    let count = bytes.count
    let raw = unsafe UnsafeRawPointer(start)
    let words =
      unsafe count < 16 ? Self.firstWords(raw, count) : raw.loadUnaligned(as: SIMD2<UInt64>.self)
    // A blank stands before the first byte.
    let wordsBefore = SIMD2(words[0] << 8 | 0x20, words[1] << 8 | words[0] >> 56)
    var found = unsafe Self.signs(
      unsafeBitCast(words, to: Block.self), unsafeBitCast(wordsBefore, to: Block.self))
    if count > 16 {
      var index = 16
      while index < count {
        // The last block overlaps the one before it.
        let place = min(index, count - 16)
        unsafe found |= Self.signs(
          raw.loadUnaligned(fromByteOffset: place, as: Block.self),
          raw.loadUnaligned(fromByteOffset: place - 1, as: Block.self))
        index += 16
      }
    }
    let halves = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
    var signs = halves[0] | halves[1]
    signs |= signs >> 32
    signs |= signs >> 16
    signs |= signs >> 8
    rawValue = UInt8(truncatingIfNeeded: signs) & 0x3F
    if unsafe start[count - 1] == 0x20 { insert(.blanks) }
  }

  /// Fewer than sixteen bytes, and behind them one that is neither a blank nor anything else that is looked for. Loads
  /// overlap, which costs less than a call for each of the short texts that records are full of.
  @inline(__always) private static func firstWords(_ start: UnsafeRawPointer, _ count: Int) -> SIMD2<UInt64> {
    let fill: UInt64 = 0x6161_6161_6161_6161
    if count >= 8 {
      let first = unsafe UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
      let last = unsafe UInt64(littleEndian: start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
      return SIMD2(first, last >> UInt64(128 - 8 * count) | fill << UInt64(8 * count - 64))
    }
    var word = fill << UInt64(8 * count)
    if count >= 4 {
      word |= unsafe UInt64(UInt32(littleEndian: start.loadUnaligned(as: UInt32.self)))
      let last = unsafe UInt64(UInt32(littleEndian: start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
      word |= last << UInt64(8 * count - 32)
    } else {
      for index in 0..<count {
        word |= unsafe UInt64(start.load(fromByteOffset: index, as: UInt8.self)) << UInt64(8 * index)
      }
    }
    return SIMD2(word, fill)
  }

  /// - Parameter before: the byte before each.
  @inline(__always) private static func signs(_ block: Block, _ before: Block) -> Block {
    let blank = Block(repeating: 0x20)
    let isBad = (block .< blank) .| ((block .== blank) .& (before .== blank))
    let isMarkup = (block .== Block(repeating: 0x3C)) .| (block .== Block(repeating: 0x26))
    let isEquals = block .== Block(repeating: 0x3D)
    // E1 and E3 differ in one bit, CC and CD in another.
    let isMark =
      ((block & Block(repeating: 0xFD)) .== Block(repeating: 0xE1))
      .| ((block & Block(repeating: 0xFE)) .== Block(repeating: 0xCC))
    let isOverlong =
      ((block & Block(repeating: 0xFE)) .== Block(repeating: 0xC0))
      .| ((block & Block(repeating: 0xEF)) .== Block(repeating: 0xE0))
    var signs = bits(isBad, 1) | bits(isMark, 2)
    signs |= bits(isMarkup, 4) | bits(isEquals, 8)
    signs |= (block &>> 3) & Block(repeating: 16)
    return signs | bits(isOverlong, 32)
  }

  @inline(__always) private static func bits(_ mask: SIMDMask<SIMD16<Int8>>, _ bit: UInt8) -> Block {
    unsafe unsafeBitCast(mask, to: Block.self) & Block(repeating: bit)
  }
}
