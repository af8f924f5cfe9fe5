import TextAnalysis

/// Turns the tokens of a chunk's documents into postings, in two passes: every occurrence gets its term's number, and
/// once all terms are known and sorted, a counting sort lays the occurrences out term by term.
///
/// One inverter belongs to one thread at a time, which inverts one chunk after the other in the same memory: pages that
/// the system must clear first cost more than the inversion itself.
///
/// Invariants of the unsafe accesses: numbers in `occurrences` come from `table`; every entry counts its occurrences and
/// postings exactly, so that the places laid out for a term hold them and nothing else.
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
      for index in tokens.indices {
        let token = tokens[index]
        let (start, byteCount) = (Int(token.termStart), Int(token.termLength))
        precondition(start + byteCount <= readableByteCount, "a token outside its buffer")
        let number = unsafe table.countOccurrence(
          stream: token.stream.rawValue, term: base + start, byteCount: byteCount, document: document)
        if token.stream == .syllable { syllables += 1 }
        occurrences.append(UInt64(number) << 32 | UInt64(firstUnit &+ token.position))
      }
    }
    runs.append(Run(end: occurrences.count, document: document, weight: weight))
    return (tokens.count - syllables, syllables)
  }

  /// The terms of all texts since the last call.
  ///
  /// - Complexity: linear in the occurrences and terms.
  mutating func finish() -> ChunkTerms {
    precondition(occurrences.count < 1 << 31, "a chunk holds too many occurrences")
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
      let (postingCount, occurrenceCount) = unsafe (entry.pointee.postingCount, entry.pointee.occurrenceCount)
      unsafe entry.pointee.postingCount = posting
      unsafe entry.pointee.occurrenceCount = position
      unsafe entry.pointee.lastDocument = .max
      posting += postingCount
      position += occurrenceCount
      terms.byteStarts.append(UInt32(terms.bytes.count))
      terms.postingStarts.append(posting)
      terms.positionStarts.append(position)
    }

    var positions: [UInt32] = []
    terms.postings = unsafe Array(unsafeUninitializedCapacity: Int(posting)) { postings, initializedCount in
      positions = unsafe Array(unsafeUninitializedCapacity: Int(position)) { positions, initializedCount in
        unsafe layOut(postings: postings, positions: positions)
        initializedCount = occurrences.count
      }
      initializedCount = Int(posting)
    }
    terms.positions = positions
    return terms
  }

  /// Writes every occurrence to its term's places.
  private func layOut(
    postings: UnsafeMutableBufferPointer<ChunkTerms.Posting>, positions: UnsafeMutableBufferPointer<UInt32>
  ) {
    guard let postings = postings.baseAddress, let positions = positions.baseAddress else { return }
    let entries = unsafe table.entries
    let occurrences = occurrences.span
    var start = 0
    for run in runs {
      for index in start..<run.end {
        let occurrence = occurrences[index]
        let entry = unsafe entries + Int(truncatingIfNeeded: occurrence >> 32)
        let place = unsafe Int(entry.pointee.postingCount)
        if unsafe entry.pointee.lastDocument == run.document {
          unsafe postings[place &- 1].frequency &+= run.weight
          unsafe postings[place &- 1].positionCount &+= 1
        } else {
          unsafe (postings + place).initialize(
            to: ChunkTerms.Posting(document: run.document, frequency: run.weight, positionCount: 1))
          unsafe entry.pointee.lastDocument = run.document
          unsafe entry.pointee.postingCount &+= 1
        }
        unsafe (positions + Int(entry.pointee.occurrenceCount)).initialize(to: UInt32(truncatingIfNeeded: occurrence))
        unsafe entry.pointee.occurrenceCount &+= 1
      }
      start = run.end
    }
  }
}
