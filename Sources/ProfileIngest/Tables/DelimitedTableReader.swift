/// Reads tables of text: CSV with commas or semicolons, and TSV.
struct DelimitedTableReader: FileReader {
  /// Bytes at the beginning of a file by which the separator is found.
  private static let separators: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  /// What headings take on average at most, where nothing else tells a table from prose.
  private static let longestHeadingByteCount = 40

  var formats: [IngestFormat] { [.table] }

  /// Whether the content is text whose first lines hold separators alike.
  func recognizes(_ sample: ContentSample) -> Bool {
    guard case .other = sample.kind, sample.kind.isPlainText else { return false }
    let lowercased = sample.name.lowercased()
    if [".csv", ".tsv", ".tab"].contains(where: lowercased.hasSuffix) { return true }
    guard let separator = Self.separator(of: sample.head) else { return false }
    // Text with a comma somewhere is no table yet: two rows must hold as many.
    let counts = Self.counts(of: separator, in: sample.head).filter { $0 > 0 }
    if Set(counts).count < counts.count { return true }
    // A lone row is a header where its cells are short.
    let line = sample.head.prefix { $0 != 0x0A && $0 != 0x0D }
    return line.count <= Self.longestHeadingByteCount * (1 + line.count { $0 == separator })
  }

  func read(_ content: IngestContent, into outlet: PartOutlet) throws {
    try content.chunks.peek()
    let head = Array(content.chunks.bytes.prefix(content.chunks.count))
    let separator = Self.separator(of: head) ?? 0x2C
    let builder = TableBuilder(name: content.sample.name, options: content.options, collector: outlet.collector)
    var scanner = CSVRowScanner(separator: separator, rowByteLimit: content.options.limits.recordByteCount)
    var wantsMore = true
    func take(_ event: CSVRowScanner.Event) {
      switch event {
      case .row(let row): wantsMore = wantsMore && builder.take(row)
      case .defect(let line, let reason, let remedy): builder.reject(line: line, reason: reason, remedy: remedy)
      }
    }
    var isFirst = true
    while wantsMore, try content.chunks.next() {
      if isFirst, content.chunks.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        scanner.feed(Array(content.chunks.bytes[3..<content.chunks.count]), count: content.chunks.count - 3, take)
      } else {
        scanner.feed(content.chunks.bytes, count: content.chunks.count, take)
      }
      isFirst = false
      try outlet.deliverIfFull(byteCount: content.chunks.byteCount)
    }
    if wantsMore { scanner.finish(take) }
    builder.finish()
    if case .superfluous(let reason, let remedy) = builder.refusal {
      outlet.collector.note(reason, remedy: remedy, line: nil)
    } else if let refusal = builder.refusal {
      throw refusal.failure
    }
  }

  /// The separator that stands in the first lines most evenly, outside quotation marks; `nil` where none does.
  static func separator(of head: [UInt8]) -> UInt8? {
    var best: (separator: UInt8, score: Int)?
    for separator in separators {
      let counts = counts(of: separator, in: head)
      guard let first = counts.first(where: { $0 > 0 }) else { continue }
      // Lines alike count most; a title above the table holds none.
      let alike = counts.count { $0 == first }
      let score = alike * 1000 + min(first, 999)
      if score > best?.score ?? 0 { best = (separator, score) }
    }
    return best?.separator
  }

  /// How often the separator stands in each of the first rows.
  private static func counts(of separator: UInt8, in head: [UInt8]) -> [Int] {
    var counts: [Int] = []
    var count = 0
    var isQuoted = false
    var isLineEmpty = true
    for byte in head {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A {
        if !isLineEmpty { counts.append(count) }
        (count, isLineEmpty) = (0, true)
        if counts.count >= 20 { break }
      } else if byte > 0x20 || byte == separator {
        isLineEmpty = false
        if byte == separator { count += 1 }
      }
    }
    // The last line may be cut off.
    if counts.isEmpty, count > 0 { counts.append(count) }
    return counts
  }
}
