/// Keeps the parts of a `multipart/form-data` body in memory.
struct MultipartCollector {
  struct Part: Hashable, Sendable {
    var head: MultipartHead
    var bytes: [UInt8] = []
  }

  private var parser: MultipartParser
  private var parts: [Part] = []

  /// - Parameter limits: its total bounds what is kept.
  init(contentType: String, limits: MultipartLimits = MultipartLimits()) throws(MultipartError) {
    parser = try MultipartParser(contentType: contentType, limits: limits)
  }

  mutating func feed(_ bytes: some Collection<UInt8>) throws(MultipartError) {
    for event in try parser.feed(bytes) {
      switch event {
      case .begin(let head): parts.append(Part(head: head))
      case .content(let bytes): parts[parts.count - 1].bytes += bytes
      case .end: break
      }
    }
  }

  /// - Returns: the parts in their order.
  /// - Throws: where the last boundary is missing.
  consuming func finish() throws(MultipartError) -> [Part] {
    try parser.finish()
    return parts
  }
}
