/// Takes `multipart/form-data` (RFC 7578, RFC 2046 section 5.1) apart while it arrives: pieces of the body go in, parts
/// come out in pieces.
///
/// It holds no more than its longest headers and the piece that it was given last, whatever is sent; what it says does not
/// depend on where the body is cut.
struct MultipartParser {
  enum Event: Hashable, Sendable {
    case begin(MultipartHead)
    /// Never empty; those of a part follow each other.
    case content(ArraySlice<UInt8>)
    case end
  }

  private enum State {
    case preamble
    case boundaryEnd
    case headers
    case content(MultipartHead)
    case epilogue
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]
  private static let emptyLine = HorspoolSearch(lineEnd + lineEnd)
  /// Blanks behind a boundary, which RFC 2046 allows.
  private static let paddingLimit = 64

  private let limits: MultipartLimits
  /// The line end before a boundary belongs to it.
  private let delimiter: HorspoolSearch
  private var state = State.preamble
  /// What was not yet understood begins at ``place``. The first boundary may stand at the very beginning.
  private var pending = lineEnd
  private var place = 0
  private var byteCount = 0
  private var partCount = 0
  /// Of the part that has begun.
  private var contentByteCount = 0
  /// Whether what is pending begins with the end of the line above the content.
  private var isAtStart = false

  /// - Parameter contentType: the header's value.
  /// - Throws: where it is another type, or its boundary is none (RFC 2046 allows 1 to 70 characters).
  init(contentType: String, limits: MultipartLimits = MultipartLimits()) throws(MultipartError) {
    guard let type = HeaderParameters(contentType), type.value == "multipart/form-data" else { throw .notMultipart }
    guard let boundary = type["boundary"], (1...70).contains(boundary.utf8.count), boundary.last != " ",
      boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
    else { throw .noBoundary }
    self.limits = limits
    delimiter = HorspoolSearch(Self.lineEnd + Array("--\(boundary)".utf8))
  }

  /// Takes the next bytes. After an error it is of no more use.
  ///
  /// - Returns: what they say.
  /// - Complexity: linear in the bytes.
  mutating func feed(_ bytes: some Collection<UInt8>) throws(MultipartError) -> [Event] {
    byteCount += bytes.count
    guard byteCount <= limits.totalByteCount else { throw .tooLarge(limitByteCount: limits.totalByteCount) }
    pending += bytes
    var events: [Event] = []
    while try advance(&events) {}
    if place > 0 {
      pending = Array(pending[place...])
      place = 0
    }
    return events
  }

  /// - Throws: where the last boundary is missing.
  consuming func finish() throws(MultipartError) {
    guard case .epilogue = state else { throw .unfinished }
  }

  /// - Returns: whether there may be more to understand.
  private mutating func advance(_ events: inout [Event]) throws(MultipartError) -> Bool {
    switch state {
    case .preamble: return try readPreamble()
    case .boundaryEnd: return try endBoundary()
    case .headers: return try readHeaders(&events)
    case .content(let head): return try readContent(of: head, &events)
    case .epilogue:
      place = pending.count
      return false
    }
  }

  /// The bytes between here and a needle, once it has arrived.
  ///
  /// - Throws: where it stands, or can only stand, farther than the limit.
  private func distance(
    to needle: HorspoolSearch, limit: Int, otherwise error: MultipartError
  ) throws(MultipartError) -> Int? {
    let found = needle.place(in: pending, from: place)
    guard (found ?? pending.count - needle.needle.count + 1) - place <= limit else { throw error }
    return found.map { $0 - place }
  }

  private mutating func readPreamble() throws(MultipartError) -> Bool {
    guard
      let distance = try distance(
        to: delimiter, limit: limits.headerByteCount, otherwise: .malformed(reason: "it begins with no boundary"))
    else { return false }
    place += distance + delimiter.needle.count
    state = .boundaryEnd
    return true
  }

  private mutating func endBoundary() throws(MultipartError) -> Bool {
    let rest = pending[place...]
    if rest.starts(with: [0x2D, 0x2D]) {
      state = .epilogue
      return true
    }
    let padding = rest.prefix { $0 == 0x20 || $0 == 0x09 }.count
    let end = rest.dropFirst(padding)
    guard padding <= Self.paddingLimit, padding == 0 || end.first != 0x2D,
      end.isEmpty || Self.lineEnd.starts(with: end.prefix(2)) || end.elementsEqual([0x2D])
    else { throw .malformed(reason: "something stands behind a boundary") }
    guard end.count >= 2 else { return false }
    partCount += 1
    guard partCount <= limits.partCount else { throw .tooManyParts(limit: limits.partCount) }
    // The line end stays: it is the first half of the empty line where a part has no headers.
    place += padding
    state = .headers
    return true
  }

  private mutating func readHeaders(_ events: inout [Event]) throws(MultipartError) -> Bool {
    guard
      let distance = try distance(
        to: Self.emptyLine, limit: limits.headerByteCount,
        otherwise: .headersTooLong(limitByteCount: limits.headerByteCount))
    else { return false }
    let head = try MultipartHead(headers: pending[place..<(place + distance)])
    events.append(.begin(head))
    // Of the empty line its end stays: in an empty part it belongs to the next boundary.
    place += distance + Self.lineEnd.count
    isAtStart = true
    contentByteCount = 0
    state = .content(head)
    return true
  }

  private mutating func readContent(of head: MultipartHead, _ events: inout [Event]) throws(MultipartError) -> Bool {
    let end = delimiter.place(in: pending, from: place)
    // The last bytes may be the beginning of a boundary.
    let safe = end ?? max(place, pending.count - delimiter.needle.count + 1)
    let start = place + (isAtStart ? Self.lineEnd.count : 0)
    if safe > start {
      contentByteCount += safe - start
      if head.fileName == nil, contentByteCount > limits.fieldByteCount {
        throw .fieldTooLong(limitByteCount: limits.fieldByteCount)
      }
      if head.fileName == "" { throw .malformed(reason: "a file without a name") }
      events.append(.content(pending[start..<safe]))
      place = safe
      isAtStart = false
    }
    guard let end else { return false }
    events.append(.end)
    place = end + delimiter.needle.count
    state = .boundaryEnd
    return true
  }
}
