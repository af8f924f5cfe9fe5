/// Scratch memory for one decoded block of postings, reused from block to block.
///
/// Invariant: the arrays hold 128 numbers each, aligned for four-lane vectors; the first ``count`` are valid. One
/// block belongs to one thread at a time.
@safe
public final class PostingBlock {
  /// Ascending document numbers.
  public let documents: UnsafeMutablePointer<UInt32>
  /// Weighted frequencies tf', at least 1.
  public let frequencies: UnsafeMutablePointer<UInt32>
  public internal(set) var count = 0

  public init() {
    func allocate() -> UnsafeMutablePointer<UInt32> {
      let memory = UnsafeMutableRawPointer.allocate(
        byteCount: SegmentFormat.blockCapacity * MemoryLayout<UInt32>.stride, alignment: 16)
      return unsafe memory.initializeMemory(as: UInt32.self, repeating: 0, count: SegmentFormat.blockCapacity)
    }
    unsafe documents = allocate()
    unsafe frequencies = allocate()
  }

  deinit {
    unsafe UnsafeMutableRawPointer(documents).deallocate()
    unsafe UnsafeMutableRawPointer(frequencies).deallocate()
  }
}

extension PostingBlock {
  /// The document at a place, checked.
  public func document(_ place: Int) -> UInt32 {
    precondition(place >= 0 && place < count, "place outside its block")
    return unsafe documents[place]
  }

  /// The weighted frequency at a place, checked.
  public func frequency(_ place: Int) -> UInt32 {
    precondition(place >= 0 && place < count, "place outside its block")
    return unsafe frequencies[place]
  }
}
