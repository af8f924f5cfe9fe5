/// Takes `multipart/form-data` (RFC 7578, RFC 2046 section 5.1) apart while it arrives.
///
/// Every byte is looked at once or twice. What it holds is bounded by its limits, whatever is sent.
struct MultipartReader {
  struct Part: Hashable, Sendable {
    var name: String
    /// Of files only; a path before it is cut off.
    var fileName: String?
    var bytes: [UInt8] = []
  }

  struct Limits: Hashable, Sendable {
    var totalByteCount = 64 << 20
    var partCount = 64
    /// Of all headers of a part.
    var headerByteCount = 8 << 10
    /// Of a part that is no file.
    var fieldByteCount = 64 << 10
  }

  private enum State {
    case preamble
    case boundaryEnd
    case headers
    case body
    case epilogue
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  private let limits: Limits
  /// The line end before a boundary belongs to it.
  private let delimiter: [UInt8]
  private var state = State.preamble
  /// What was not yet understood.
  private var pending: [UInt8]
  private var byteCount = 0
  /// Whether what is pending begins with the end of the line above the part.
  private var isAtStart = false
  private var current = Part(name: "")
  private var parts: [Part] = []

  /// - Parameter contentType: the header's value.
  /// - Throws: where it is another type, or its boundary is none (RFC 2046 allows 1 to 70 characters).
  init(contentType: String, limits: Limits = Limits()) throws(MultipartError) {
    let (type, parameters) = HeaderParameters.split(contentType)
    guard type == "multipart/form-data", let boundary = parameters["boundary"], (1...70).contains(boundary.utf8.count),
      boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
    else { throw .notMultipart }
    self.limits = limits
    delimiter = Self.lineEnd + Array("--\(boundary)".utf8)
    // The first boundary may stand at the very beginning.
    pending = Self.lineEnd
  }

  /// Takes the next bytes.
  mutating func feed(_ bytes: some Collection<UInt8>) throws(MultipartError) {
    byteCount += bytes.count
    guard byteCount <= limits.totalByteCount else { throw .tooLarge(limitByteCount: limits.totalByteCount) }
    pending += bytes
    while try advance() {}
  }

  /// - Returns: the parts in their order.
  /// - Throws: where the last boundary is missing.
  consuming func finish() throws(MultipartError) -> [Part] {
    guard case .epilogue = state else { throw .unfinished }
    return parts
  }

  /// - Returns: whether there may be more to understand.
  private mutating func advance() throws(MultipartError) -> Bool {
    switch state {
    case .preamble:
      guard let place = Self.place(of: delimiter, in: pending) else {
        guard pending.count <= limits.headerByteCount else { throw .malformed(reason: "it begins with no boundary") }
        return false
      }
      pending.removeFirst(place + delimiter.count)
      state = .boundaryEnd
      return true
    case .boundaryEnd: return try endBoundary()
    case .headers: return try readHeaders()
    case .body: return try readBody()
    case .epilogue:
      pending.removeAll()
      return false
    }
  }

  private mutating func endBoundary() throws(MultipartError) -> Bool {
    guard pending.count >= 2 else { return false }
    if pending[0] == 0x2D, pending[1] == 0x2D {
      state = .epilogue
      return true
    }
    guard let place = Self.place(of: Self.lineEnd, in: pending) else {
      guard pending.count <= 64 else { throw .malformed(reason: "a boundary does not end its line") }
      return false
    }
    guard pending[..<place].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
      throw .malformed(reason: "something stands behind a boundary")
    }
    guard parts.count < limits.partCount else { throw .tooManyParts(limit: limits.partCount) }
    // The line end stays: it is the first half of the empty line where a part has no headers.
    pending.removeFirst(place)
    state = .headers
    return true
  }

  private mutating func readHeaders() throws(MultipartError) -> Bool {
    guard let place = Self.place(of: Self.lineEnd + Self.lineEnd, in: pending) else {
      guard pending.count <= limits.headerByteCount else {
        throw .headersTooLong(limitByteCount: limits.headerByteCount)
      }
      return false
    }
    guard place <= limits.headerByteCount else { throw .headersTooLong(limitByteCount: limits.headerByteCount) }
    let text = String(decoding: pending[..<place], as: UTF8.self)
    current = try Self.part(headers: text)
    // Of the empty line its end stays: in an empty part it belongs to the next boundary.
    pending.removeFirst(place + Self.lineEnd.count)
    isAtStart = true
    state = .body
    return true
  }

  private mutating func readBody() throws(MultipartError) -> Bool {
    let end = Self.place(of: delimiter, in: pending)
    // The last bytes may be the beginning of a boundary.
    let safe = end ?? max(0, pending.count - delimiter.count + 1)
    let start = isAtStart ? Self.lineEnd.count : 0
    if end == 0, isAtStart {
      // Nothing stands between the headers and the boundary.
    } else if safe > start {
      current.bytes += pending[start..<safe]
    }
    if current.fileName == nil, current.bytes.count > limits.fieldByteCount {
      throw .fieldTooLong(limitByteCount: limits.fieldByteCount)
    }
    guard let end else {
      if safe > start {
        pending.removeFirst(safe)
        isAtStart = false
      }
      return false
    }
    isAtStart = false
    parts.append(current)
    pending.removeFirst(end + delimiter.count)
    state = .boundaryEnd
    return true
  }

  private static func part(headers: String) throws(MultipartError) -> Part {
    for line in headers.split(whereSeparator: { $0 == "\r\n" }) {
      guard let colon = line.firstIndex(of: ":") else { throw .malformed(reason: "a header without a colon") }
      guard line[..<colon].lowercased() == "content-disposition" else { continue }
      let (type, parameters) = HeaderParameters.split(String(line[line.index(after: colon)...]))
      guard type == "form-data", let name = parameters["name"], !name.isEmpty else { break }
      let file = parameters["filename"].map { String($0.split(whereSeparator: { "/\\".contains($0) }).last ?? "") }
      return Part(name: name, fileName: file)
    }
    throw .malformed(reason: "a part without a name")
  }

  /// - Complexity: linear, but for needles that repeat themselves.
  private static func place(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    let first = needle[0]
    var place = 0
    let last = bytes.count - needle.count
    while place <= last {
      if bytes[place] == first, bytes[place..<(place + needle.count)].elementsEqual(needle) { return place }
      place += 1
    }
    return nil
  }
}
