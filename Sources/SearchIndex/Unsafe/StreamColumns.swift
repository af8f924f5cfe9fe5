import IndexStorage

/// What a segment knows of its documents' lengths in a stream.
///
/// Plain numbers without a reference to be counted, as ``TermPostings``, which are made from it: it belongs to its
/// ``SegmentReader`` and must not outlive it.
///
/// Invariant: both addresses have a number for every document of the segment behind them.
@safe
struct StreamColumns: @unchecked Sendable {
  private let lengths: UnsafeRawPointer
  /// Codes of frequency 1.
  let unitCodes: UnsafeRawPointer
  private let average: Float
  private let saturation: IndexSchema.Saturation

  /// - Parameters:
  ///   - lengths: u32 for each document.
  ///   - unitCodes: u8 for each document.
  init(lengths: ByteRegion, unitCodes: ByteRegion, average: Float, saturation: IndexSchema.Saturation) {
    unsafe self.lengths = lengths.unsafeBytes.baseAddress!
    unsafe self.unitCodes = unitCodes.unsafeBytes.baseAddress!
    self.average = average
    self.saturation = saturation
  }

  /// The impact code of a frequency in a document, which must be one of the segment's.
  func code(frequency: UInt32, in document: UInt32) -> UInt8 {
    if frequency == 1 { return unsafe unitCodes.load(fromByteOffset: Int(document), as: UInt8.self) }
    let length = unsafe lengths.loadUnaligned(fromByteOffset: Int(document) * 4, as: UInt32.self)
    let norm = Impact.norm(length: UInt32(littleEndian: length), average: average, saturation: saturation)
    return Impact.code(frequency: frequency, norm: norm)
  }
}
