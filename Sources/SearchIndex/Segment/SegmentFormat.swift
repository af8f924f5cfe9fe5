/// The parts of a segment file. Every number is little-endian; nothing is aligned.
///
///     header    magic "MOIMSEG1", version u32, section count u32, document count u32, reserved u32,
///               checksum u64 of the section table and the 24 bytes before it
///     table     for each section: id u32, reserved u32, offset u64, byte count u64, checksum u64
///     sections  one behind the other, up to the end of the file
///
/// A changed format gets a new version. An older one is refused, with the advice to run `moim reindex`.
enum SegmentFormat {
  static let magic = Array("MOIMSEG1".utf8)
  static let version: UInt32 = 6
  static let headerByteCount = 32
  static let tableEntryByteCount = 32
  /// Of a posting whose code does not tell its frequency: document u32, frequency u24, code u8.
  static let exceptionByteCount = 8
  /// Terms in a block of the dictionary; the first is written whole.
  static let dictionaryBlockCapacity = 8

  enum Section: UInt32, CaseIterable {
    /// Configuration, totals.
    case summary = 1
    /// External ids in ascending order.
    case documentIDs
    /// Weighted lengths, u32 for each document, stream after stream, absent streams having none; then the codes of
    /// frequency 1, u8 for each document and zeros up to a multiple of 64, in the same way.
    case lengths
    /// i32 for each document, `Int32.min` for none.
    case days
    case attributes
    case links
    /// For each document what a ``Compressor`` makes of its bytes, then where each begins, u64.
    case stored
    case dictionary
    case dictionaryIndex
    case termBuckets
    case postings
    case positions

    /// Whether readers trust the section's bytes, so that they must be verified before. The others are by far the
    /// largest and are read with care instead: damage in them can garble what is found and shown, and nothing else.
    /// Updates, to which ids say what they replace, verify these first.
    var isVerifiedWhenOpened: Bool {
      switch self {
      case .summary, .lengths, .attributes, .links: true
      case .documentIDs, .days, .stored, .dictionary, .dictionaryIndex, .termBuckets, .postings, .positions: false
      }
    }

    var name: String {
      switch self {
      case .summary: "summary"
      case .documentIDs: "document ids"
      case .lengths: "lengths"
      case .days: "dates"
      case .attributes: "attributes"
      case .links: "links"
      case .stored: "stored fields"
      case .dictionary: "dictionary"
      case .dictionaryIndex: "dictionary index"
      case .termBuckets: "term buckets"
      case .postings: "postings"
      case .positions: "positions"
      }
    }
  }
}
