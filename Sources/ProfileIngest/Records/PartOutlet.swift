/// Hands on what the files of one unit hold, at the grain of the options: small files together, large ones in parts.
final class PartOutlet {
  /// Small records take many times more room in memory than in the file: so many are enough, whatever their bytes, and still
  /// lie in the near caches when they are handed on and freed.
  private static let mostRecordsInBatch = 256

  private let options: IngestOptions
  private let emit: ([IngestPart]) throws -> Void
  private var parts: [IngestPart] = []
  private var partsByteCount: Int64 = 0
  private var partsRecordCount = 0
  /// Bytes of the current file that belong to parts already taken.
  private var takenByteCount: Int64 = 0
  private var sourceIndex = 0
  /// The path of the current file, as it is.
  private(set) var file = ""

  /// Takes the records of the current file.
  private(set) var collector: RecordCollector

  init(options: IngestOptions, emit: @escaping ([IngestPart]) throws -> Void) {
    self.options = options
    self.emit = emit
    collector = RecordCollector(file: "", limits: options.limits)
  }

  func begin(file: String, sourceIndex: Int) {
    collector = RecordCollector(file: file, limits: options.limits)
    takenByteCount = 0
    self.file = file
    self.sourceIndex = sourceIndex
  }

  /// Ends the current file and goes on with another that is part of it: a sheet of a workbook.
  func beginSection(_ name: String, byteCount: Int64) {
    let file = file
    takePart(byteCount: byteCount, lineCount: 0, isEndOfFile: true)
    collector = RecordCollector(file: "\(file)!/\(name)", limits: options.limits)
  }

  /// Hands on what there is when it came from enough bytes or holds enough records.
  ///
  /// - Parameter byteCount: the bytes of the current file read so far.
  func deliverIfFull(byteCount: Int64) throws {
    guard
      partsByteCount + byteCount - takenByteCount >= options.batchByteCount
        || partsRecordCount + collector.recordCount >= Self.mostRecordsInBatch
    else { return }
    takePart(byteCount: byteCount, lineCount: 0, isEndOfFile: false)
    try deliver()
  }

  /// Ends the current file, or the current range of it.
  ///
  /// - Parameters:
  ///   - byteCount: the bytes of the file or range.
  ///   - lineCount: the lines of the range, where it is followed by another.
  ///   - isEndOfFile: whether no other range of the same file follows.
  func end(byteCount: Int64, lineCount: Int = 0, isEndOfFile: Bool = true) throws {
    takePart(byteCount: byteCount, lineCount: lineCount, isEndOfFile: isEndOfFile)
    if partsByteCount >= options.batchByteCount || partsRecordCount >= Self.mostRecordsInBatch { try deliver() }
  }

  /// Hands on what is left.
  func deliver() throws {
    guard !parts.isEmpty else { return }
    try emit(parts)
    // Where nobody keeps the records, their list serves again: a list so large that is freed makes the C library tidy up all
    // the small pieces of memory that were freed with it, which costs more than making and freeing them.
    if var records = parts.popLast()?.records {
      records.removeAll(keepingCapacity: true)
      collector.reuse(records)
    }
    parts = []
    (partsByteCount, partsRecordCount) = (0, 0)
  }

  private func takePart(byteCount: Int64, lineCount: Int, isEndOfFile: Bool) {
    partsRecordCount += collector.recordCount
    var part = collector.takePart()
    part.file = collector.file
    part.sourceIndex = sourceIndex
    part.bytesRead = max(0, byteCount - takenByteCount)
    part.lineCount = lineCount
    part.isEndOfFile = isEndOfFile
    partsByteCount += part.bytesRead
    takenByteCount += part.bytesRead
    parts.append(part)
  }
}
