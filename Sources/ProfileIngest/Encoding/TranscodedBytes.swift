/// The bytes of a source as UTF-8, whatever encoding they are in. A byte order mark is left out.
final class TranscodedBytes: ByteSource {
  private let chunks: ByteChunks
  private let encoding: TextEncoding
  private let page: KoreanCodePage?
  /// UTF-8 that waits to be read, from `offset` on.
  private var ready: [UInt8] = []
  private var offset = 0
  /// The beginning of a character whose rest is in the next chunk.
  private var carried: [UInt8] = []
  private var isAtStart = true
  private var isAtEnd = false

  /// Characters that are none in this encoding; each became U+FFFD.
  private(set) var invalidCount = 0
  /// Whether there were characters of CP949 that EUC-KR does not have.
  private(set) var hasExtendedKorean = false

  /// - Parameter chunks: its first chunk may be looked at already.
  init(_ chunks: ByteChunks, encoding: TextEncoding) throws(ByteSourceFailure) {
    self.chunks = chunks
    self.encoding = encoding
    page = encoding == .cp949 ? KoreanCodePage() : nil
    if encoding == .cp949, page == nil {
      throw ByteSourceFailure(
        reason: "it is in CP949, which this system's C library does not know",
        remedy: "save it as UTF-8 and import that")
    }
  }

  func read(into buffer: inout [UInt8]) throws(ByteSourceFailure) -> Int {
    while offset == ready.count, !isAtEnd {
      ready.removeAll(keepingCapacity: true)
      offset = 0
      if try chunks.next() {
        convert(carried + chunks.bytes[0..<chunks.count], isLast: false)
      } else {
        isAtEnd = true
        convert(carried, isLast: true)
      }
    }
    let count = min(buffer.count, ready.count - offset)
    buffer.replaceSubrange(0..<count, with: ready[offset..<offset + count])
    offset += count
    return count
  }

  private func convert(_ bytes: [UInt8], isLast: Bool) {
    carried = []
    switch encoding {
    case .utf8:
      let start = isAtStart && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      ready.append(contentsOf: bytes[start...])
    case .windows1252:
      for byte in bytes {
        if byte < 0x80 { ready.append(byte) } else { append(Windows1252.scalar(byte)) }
      }
    case .utf16LittleEndian, .utf16BigEndian: convertUTF16(bytes, isLast: isLast)
    case .cp949: convertKorean(bytes, isLast: isLast)
    }
    if !bytes.isEmpty { isAtStart = false }
  }

  private func convertUTF16(_ bytes: [UInt8], isLast: Bool) {
    let (high, low) = encoding == .utf16BigEndian ? (0, 1) : (1, 0)
    var index = 0
    while index + 2 <= bytes.count {
      let unit = UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + low])
      var value = unit
      var length = 2
      if unit & 0xFC00 == 0xD800 {
        guard index + 4 <= bytes.count else {
          if isLast { break }
          carried = Array(bytes[index...])
          return
        }
        let next = UInt32(bytes[index + 2 + high]) << 8 | UInt32(bytes[index + 2 + low])
        if next & 0xFC00 == 0xDC00 {
          value = 0x10000 + (unit & 0x3FF) << 10 + (next & 0x3FF)
          length = 4
        }
      }
      if !(isAtStart && index == 0 && value == 0xFEFF) {
        if let scalar = Unicode.Scalar(value) { append(scalar) } else { appendInvalid() }
      }
      index += length
    }
    if isLast {
      if index < bytes.count { appendInvalid() }
    } else {
      carried = Array(bytes[index...])
    }
  }

  private func convertKorean(_ bytes: [UInt8], isLast: Bool) {
    guard let page else { return }
    if !hasExtendedKorean { hasExtendedKorean = Self.holdsExtension(bytes) }
    var index = 0
    while index < bytes.count {
      let outcome = page.decode(bytes, index..<bytes.count, into: &ready)
      index += outcome.consumed
      if index == bytes.count { return }
      if !outcome.isInvalid, !isLast {
        carried = Array(bytes[index...])
        return
      }
      appendInvalid()
      index += 1
    }
  }

  /// Whether a pair has a byte that EUC-KR does not use.
  private static func holdsExtension(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index] < 0xA1 || bytes[index + 1] < 0xA1 { return true }
      index += 2
    }
    return false
  }

  private func append(_ scalar: Unicode.Scalar) { ready.append(contentsOf: UTF8.encode(scalar)!) }

  private func appendInvalid() {
    invalidCount += 1
    ready.append(contentsOf: [0xEF, 0xBF, 0xBD])
  }
}
