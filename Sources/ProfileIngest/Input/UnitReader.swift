/// Reads units: what one worker thread keeps from unit to unit.
struct UnitReader {
  private let plan: SourcePlan
  private let options: IngestOptions
  private let buffer = ByteChunks.Buffer()
  /// The archive read last, which is most often the next one too.
  private var archive: (file: Int, archive: ZipArchive)?

  init(plan: SourcePlan, options: IngestOptions) {
    self.plan = plan
    self.options = options
  }

  /// - Throws: only what `emit` throws.
  mutating func read(_ unit: IngestUnit, emit: @escaping ([IngestPart]) throws -> Void) throws {
    let outlet = PartOutlet(options: options, emit: emit)
    switch unit {
    case .files(let files):
      for file in files { try readFile(plan.files[file], into: outlet) }
    case .entries(let file, let entries):
      try readEntries(entries, ofArchive: file, into: outlet)
    case .lines(let file, let range):
      try readLines(plan.files[file], range: range, into: outlet)
    }
    try outlet.deliver()
  }

  /// Reads bytes that are in memory.
  func read(_ content: [UInt8], name: String, emit: @escaping ([IngestPart]) throws -> Void) throws {
    let outlet = PartOutlet(options: options, emit: emit)
    outlet.begin(file: name, sourceIndex: 0)
    try readContent(into: outlet) { () throws(ByteSourceFailure) in
      MemoryBytes(content)
    } openSibling: { _ throws(ByteSourceFailure) in
      nil
    }
    try outlet.deliver()
  }

  private func readFile(_ file: PlannedFile, into outlet: PartOutlet) throws {
    outlet.begin(file: file.path, sourceIndex: file.sourceIndex)
    switch file.finding {
    case .rejected(let failure):
      outlet.collector.reject(line: nil, reason: failure.reason, remedy: failure.remedy)
      try outlet.end(byteCount: 0)
    case .warning(let failure):
      outlet.collector.note(failure.reason, remedy: failure.remedy, line: nil)
      try outlet.end(byteCount: 0)
    case nil:
      try readContent(into: outlet) { () throws(ByteSourceFailure) in
        try RegularFile(path: file.path, followsLinks: file.isNamedByUser)
      } openSibling: { name throws(ByteSourceFailure) in
        let folder = file.path.lastIndex(of: "/").map { file.path[...$0] } ?? ""
        guard (try? FileSystemEntry(path: folder + name, followsLinks: false))?.kind == .regularFile else { return nil }
        return try RegularFile(path: folder + name, followsLinks: false)
      }
    }
  }

  private mutating func readEntries(_ entries: Range<Int>, ofArchive file: Int, into outlet: PartOutlet) throws {
    let planned = plan.files[file]
    if archive?.file != file {
      archive = nil
      do {
        archive = (file, try ZipArchive(path: planned.path))
      } catch {
        outlet.begin(file: planned.path, sourceIndex: planned.sourceIndex)
        outlet.collector.reject(line: nil, reason: error.reason, remedy: error.remedy)
        return try outlet.end(byteCount: 0)
      }
    }
    guard let archive = archive?.archive else { return }
    let limits = options.limits
    for index in entries {
      let entry = archive.entry(at: index)
      if entry.isIgnored { continue }
      outlet.begin(file: "\(planned.path)!/\(entry.name)", sourceIndex: planned.sourceIndex)
      try readContent(into: outlet) { () throws(ByteSourceFailure) in
        if let refusal = entry.refusal(limits: options.limits) { throw refusal }
        return try archive.open(entry, limits: options.limits)
      } openSibling: { name throws(ByteSourceFailure) in
        let folder = entry.name.lastIndex(of: "/").map { entry.name[...$0] } ?? ""
        for index in 0..<archive.entryCount {
          let other = archive.entry(at: index)
          guard other.name == folder + name, other.refusal(limits: limits) == nil else { continue }
          return try archive.open(other, limits: limits)
        }
        return nil
      }
    }
  }

  private func readLines(_ file: PlannedFile, range: Range<Int64>, into outlet: PartOutlet) throws {
    outlet.begin(file: file.path, sourceIndex: file.sourceIndex)
    let isLast = range.upperBound >= file.byteCount
    var lineCount = 0
    do {
      // One byte before the range tells whether a line begins with it.
      let start = max(0, range.lowerBound - 1)
      let opened = try RegularFile(path: file.path, followsLinks: file.isNamedByUser, range: start..<Int64.max)
      let lines = LineScanner(
        ByteChunks(opened, buffer: buffer), range: range, limits: options.limits)
      try JSONLinesReader(options: options).read(lines, into: outlet)
      lineCount = lines.newlineCount
    } catch let failure as ByteSourceFailure {
      outlet.collector.reject(line: nil, reason: failure.reason, remedy: failure.remedy)
    }
    try outlet.end(byteCount: range.upperBound - range.lowerBound, lineCount: lineCount, isEndOfFile: isLast)
  }

  /// Opens and reads a file or entry to its end; where that fails, it counts as a rejected record.
  private func readContent(
    into outlet: PartOutlet, open: () throws(ByteSourceFailure) -> any ByteSource,
    openSibling: @escaping IngestContent.SiblingOpener
  ) throws {
    var chunks: ByteChunks?
    do {
      let opened = ByteChunks(try open(), buffer: buffer)
      chunks = opened
      try readContent(opened, openSibling, into: outlet)
    } catch let failure as ByteSourceFailure {
      outlet.collector.reject(line: nil, reason: failure.reason, remedy: failure.remedy)
    }
    try outlet.end(byteCount: chunks?.byteCount ?? 0)
  }

  /// Finds the format and reads.
  private func readContent(
    _ chunks: ByteChunks, _ openSibling: @escaping IngestContent.SiblingOpener, into outlet: PartOutlet
  ) throws {
    try chunks.peek()
    let head = Array(chunks.bytes.prefix(min(chunks.count, ContentSample.byteLimit)))
    var sample = ContentSample(name: outlet.file, kind: ContentKind(head: head), head: head)
    var package: ZipArchive?
    var chunks = chunks
    switch sample.kind {
    case .empty: throw ByteSourceFailure(reason: "the file is empty", remedy: "export the data again")
    case .zip:
      // Only archives that are documents come here as a whole: those of exports are read entry by entry.
      let bytes = try chunks.allBytes(limit: options.limits.packageByteCount)
      let archive = try ZipArchive(content: bytes)
      sample.entryNames = archive.firstEntryNames
      package = archive
      chunks = ByteChunks(MemoryBytes(bytes))
    default: break
    }
    let decision = EncodingDecision(
      head: chunks.bytes.prefix(chunks.count), kind: sample.kind, forced: options.encoding)
    for note in decision.notes { outlet.collector.note(note.reason, remedy: note.remedy, line: nil) }
    var transcoded: TranscodedBytes?
    if let encoding = decision.encoding {
      let source = try TranscodedBytes(chunks, encoding: encoding)
      transcoded = source
      chunks = ByteChunks(source)
      try chunks.peek()
      sample.head = Array(chunks.bytes.prefix(min(chunks.count, ContentSample.byteLimit)))
      sample.kind = ContentKind(head: sample.head)
      sample.isTranscoded = true
    }
    // Also where reading ends early.
    defer {
      if let transcoded {
        for note in decision.finalNotes(transcoded) {
          outlet.collector.note(note.reason, remedy: note.remedy, line: nil)
        }
      }
    }
    if let reader = FormatRegistry.reader(for: sample, forced: options.forcedFormat) {
      return try reader.read(
        IngestContent(
          sample: sample, options: options, chunks: chunks, package: package, openSibling: openSibling), into: outlet)
    }
    if case .other(let name, let remedy) = sample.kind {
      throw ByteSourceFailure(reason: "it looks like \(name), which Moim does not import", remedy: remedy)
    }
    throw ByteSourceFailure(
      reason: "it is an archive inside an archive", remedy: "unpack the outer archive and import what is in it")
  }
}
