import TextAnalysis

/// Turns the tokens of a chunk's documents into postings, in two passes: every occurrence gets its term's number, and
/// once all terms are known and sorted, a counting sort lays the occurrences out term by term.
///
/// One inverter belongs to one thread at a time, which inverts one chunk after the other in the same memory: pages that
/// the system must clear first cost more than the inversion itself.
///
/// Invariants of the unsafe accesses: numbers in `occurrences` come from `table`; every entry counts its
/// postings and the bytes of their positions exactly, so that the places laid out for a term hold them and nothing else.
@safe
struct ChunkInverter: ~Copyable {
  /// The occurrences of one text.
  private struct Run {
    var end: Int
    var document: UInt32
    var weight: UInt32
  }

  private var table = TermTable()
  /// Term number in the upper half, position in the lower.
  private var occurrences: [UInt64] = []
  private var runs: [Run] = []

  /// Takes the tokens of one text.
  ///
  /// - Parameters:
  ///   - buffer: what the analyser wrote; its bytes come back with zeros behind them.
  ///   - document: no smaller than in the call before.
  ///   - firstUnit: the position of the text's first unit in its document.
  /// - Returns: tokens by stream.
  mutating func add(
    _ buffer: inout TokenBuffer, document: UInt32, weight: UInt32, firstUnit: UInt32
  ) -> (words: Int, syllables: Int) {
    // Terms are read in words of eight bytes.
    buffer.bytes.append(contentsOf: repeatElement(0, count: 8))
    let readableByteCount = buffer.bytes.count - 8
    var syllables = 0
    let tokens = buffer.tokens.span
    unsafe buffer.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      occurrences.append(addingCapacity: tokens.count) { occurrences in
        var keys = InlineArray<16, TermTable.Key>(repeating: TermTable.Key())
        for first in stride(from: 0, to: tokens.count, by: keys.count) {
          let together = min(keys.count, tokens.count - first)
          for place in 0..<together {
            let token = tokens[first + place]
            let (start, byteCount) = (Int(token.termStart), Int(token.termLength))
            precondition(start + byteCount <= readableByteCount, "a token outside its buffer")
            keys[place] = unsafe table.key(stream: token.stream.rawValue, term: base + start, byteCount: byteCount)
          }
          for place in 0..<together {
            let token = tokens[first + place]
            let number = unsafe table.countOccurrence(
              keys[place], stream: token.stream.rawValue, term: base + Int(token.termStart), document: document,
              position: firstUnit &+ token.position)
            if token.stream == .syllable { syllables += 1 }
            occurrences.append(UInt64(number) << 32 | UInt64(firstUnit &+ token.position))
          }
        }
      }
    }
    runs.append(Run(end: occurrences.count, document: document, weight: weight))
    return (tokens.count - syllables, syllables)
  }

  /// The terms of all texts since the last call.
  ///
  /// - Complexity: linear in the occurrences and terms.
  mutating func finish() -> ChunkTerms {
    // Of at most five bytes each, which 32 bits count.
    precondition(occurrences.count < 1 << 29, "a chunk holds too many occurrences")
    defer {
      table.removeAll()
      occurrences.removeAll(keepingCapacity: true)
      runs.removeAll(keepingCapacity: true)
    }
    var terms = ChunkTerms()
    let order = table.sortedNumbers()
    terms.bytes.reserveCapacity(table.arenaByteCount)
    for column in [\ChunkTerms.byteStarts, \.postingStarts, \.positionStarts] {
      terms[keyPath: column].reserveCapacity(order.count + 1)
    }
    let entries = unsafe table.entries
    var (posting, position): (UInt32, UInt32) = (0, 0)
    for number in order {
      unsafe terms.bytes.append(contentsOf: table.bytes(of: Int(number)))
      let entry = unsafe entries + Int(number)
      let (postingCount, positionByteCount) = unsafe (entry.pointee.postingCount, entry.pointee.positionByteCount)
      unsafe entry.pointee.postingCount = posting
      unsafe entry.pointee.positionByteCount = position
      unsafe entry.pointee.lastDocument = .max
      posting += postingCount
      position += positionByteCount
      terms.byteStarts.append(UInt32(terms.bytes.count))
      terms.postingStarts.append(posting)
      terms.positionStarts.append(position)
    }

    var positions: [UInt8] = []
    terms.postings = unsafe Array(unsafeUninitializedCapacity: Int(posting)) { postings, initializedCount in
      positions = unsafe Array(unsafeUninitializedCapacity: Int(position)) { positions, initializedCount in
        unsafe layOut(postings: postings, positions: positions)
        initializedCount = Int(position)
      }
      initializedCount = Int(posting)
    }
    terms.positions = positions
    return terms
  }

  /// Writes every occurrence to its term's places.
  private func layOut(
    postings: UnsafeMutableBufferPointer<Posting>, positions: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard let postings = postings.baseAddress, let positions = positions.baseAddress else { return }
    let entries = unsafe table.entries
    let occurrences = occurrences.span
    var start = 0
    for run in runs {
      for index in start..<run.end {
        let occurrence = occurrences[index]
        let entry = unsafe entries + Int(truncatingIfNeeded: occurrence >> 32)
        let position = UInt32(truncatingIfNeeded: occurrence)
        let place = unsafe Int(entry.pointee.postingCount)
        let isFirst = unsafe entry.pointee.lastDocument != run.document
        let distance = unsafe isFirst ? position : position &- entry.pointee.lastPosition
        let byteCount = UInt32(PositionCode.byteCount(distance: distance))
        if isFirst {
          unsafe (postings + place).initialize(
            to: Posting(document: run.document, frequency: run.weight, positionByteCount: byteCount))
          unsafe entry.pointee.lastDocument = run.document
          unsafe entry.pointee.postingCount &+= 1
        } else {
          unsafe postings[place &- 1].frequency &+= run.weight
          unsafe postings[place &- 1].positionByteCount &+= byteCount
          // The position before is not the document's last.
          unsafe positions[Int(entry.pointee.start)] &= 0xFE
        }
        unsafe entry.pointee.lastPosition = position
        unsafe entry.pointee.start = entry.pointee.positionByteCount
        var next = unsafe positions + Int(entry.pointee.positionByteCount)
        var rest = UInt64(distance) << 1 | 1
        while rest >= 0x80 {
          unsafe next.initialize(to: UInt8(truncatingIfNeeded: rest) | 0x80)
          unsafe next += 1
          rest &>>= 7
        }
        unsafe next.initialize(to: UInt8(truncatingIfNeeded: rest))
        unsafe entry.pointee.positionByteCount &+= byteCount
      }
      start = run.end
    }
  }
}
