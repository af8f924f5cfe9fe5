import SearchIndex

/// Document-at-a-time top-k with terms split into essential and non-essential ones (MaxScore: Turtle and Flood, "Query
/// evaluation: strategies and optimizations", IP&M 1995) and block bounds (Ding and Suel, "Faster top-k document
/// retrieval using block-max indexes", SIGIR 2011).
///
/// Terms are ordered by their largest possible score. As long as the largest scores of the first ones together cannot
/// pass the threshold, a document that holds only those cannot enter, so candidates come from the others; before a
/// non-essential list is read, the bound of its block must say that it may matter. All bounds are safe: the result
/// equals that of ``ExhaustiveScorer``.
enum BlockMaxMaxScore {
  static func run(_ query: SegmentQuery, documents: Range<Int>, limit: Int) -> [TopDocuments.Entry] {
    var top = TopDocuments(capacity: limit)
    guard limit > 0, !documents.isEmpty else { return [] }
    let cursors = query.terms.map { PostingCursor($0, norms: query.norms[$0.stream]) }
      .sorted { $0.bound != $1.bound ? $0.bound < $1.bound : $0.postingCount > $1.postingCount }
    // prefixBounds[i]: no document scores more from the terms before i alone.
    var prefixBounds: [Int32] = [0]
    for cursor in cursors { prefixBounds.append(prefixBounds[prefixBounds.count - 1] &+ cursor.bound) }
    let end = UInt32(documents.upperBound)
    for cursor in cursors { cursor.seek(to: UInt32(documents.lowerBound)) }

    var threshold = top.threshold
    var firstEssential = 0
    while firstEssential < cursors.count {
      var candidate = UInt32.max
      for index in firstEssential..<cursors.count { candidate = min(candidate, cursors[index].document) }
      guard candidate < end else { break }

      var score: Int32 = 0
      for index in firstEssential..<cursors.count where cursors[index].document == candidate {
        score &+= cursors[index].contribution
        cursors[index].advance()
      }
      guard query.admitted?.contains(Int(candidate)) ?? true else { continue }
      var index = firstEssential
      while index > 0 {
        guard score &+ prefixBounds[index] > threshold else { break }
        index -= 1
        let cursor = cursors[index]
        let blockBound = cursor.shallowBound(at: candidate)
        guard score &+ prefixBounds[index] &+ blockBound > threshold else {
          score = .min
          break
        }
        guard blockBound > 0 else { continue }
        cursor.seek(to: candidate)
        if cursor.document == candidate { score &+= cursor.contribution }
      }
      guard score > threshold else { continue }
      top.insert(score: score, document: candidate)
      threshold = top.threshold
      while firstEssential < cursors.count, prefixBounds[firstEssential + 1] <= threshold { firstEssential += 1 }
    }
    return top.sorted
  }
}

/// Walks one term's postings in order of document, decoding a block only when one of its postings is wanted.
///
/// Invariant: while ``document`` is not the end mark, `place < block.count` and the block is decoded.
@safe
private final class PostingCursor {
  /// The current document, `UInt32.max` behind the last.
  private(set) var document: UInt32 = 0
  let bound: Int32
  let postingCount: Int
  private let term: SegmentQuery.Term
  private let norms: [Float]
  private let block = PostingBlock()
  private var blockNumber = -1
  private var place = 0
  /// The block that ``shallowBound(at:)`` looked at last.
  private var shallowBlock = 0

  init(_ term: SegmentQuery.Term, norms: [Float]) {
    self.term = term
    self.norms = norms
    bound = term.bound
    postingCount = term.postings.documentCount
    load(block: 0)
  }

  /// What the current posting adds to its document's score.
  var contribution: Int32 {
    Contribution.units(
      weight: term.weight, frequency: unsafe block.frequencies[place], norm: norms[Int(document)])
  }

  func advance() {
    place += 1
    if place < block.count {
      document = unsafe block.documents[place]
    } else {
      load(block: blockNumber + 1)
    }
  }

  /// Moves to the first document that is at least `target`; never backwards.
  func seek(to target: UInt32) {
    guard document < target else { return }
    var number = blockNumber
    while number < term.postings.blockCount, term.postings.lastDocument(ofBlock: number) < target { number += 1 }
    if number != blockNumber { load(block: number) }
    while document < target { advance() }
  }

  /// A bound of what the term can add to a document at or behind the current one, from block bounds alone; zero where
  /// the list has ended.
  func shallowBound(at target: UInt32) -> Int32 {
    shallowBlock = max(shallowBlock, blockNumber)
    while shallowBlock < term.postings.blockCount, term.postings.lastDocument(ofBlock: shallowBlock) < target {
      shallowBlock += 1
    }
    return shallowBlock < term.postings.blockCount ? term.bound(ofBlock: shallowBlock) : 0
  }

  private func load(block number: Int) {
    blockNumber = number
    place = 0
    guard number < term.postings.blockCount else {
      document = .max
      return
    }
    term.postings.decode(block: number, into: block)
    document = unsafe block.documents[0]
  }
}
