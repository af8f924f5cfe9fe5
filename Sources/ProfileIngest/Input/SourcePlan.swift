/// What there is to read, in order, divided into units that can be read apart.
///
/// Made from names, sizes and first bytes only, so that its cost does not depend on how large the files are.
struct SourcePlan: Sendable {
  private(set) var files: [PlannedFile] = []
  private(set) var units: [IngestUnit] = []
  /// Bytes after unpacking, as folders and archives state them.
  private(set) var byteCount: Int64 = 0

  private let options: IngestOptions
  /// The files of the unit that is being filled, and their bytes.
  private var openFiles: Range<Int>?
  private var openByteCount: Int64 = 0
  private static let mostFilesInUnit = 64

  init(sources: [String], options: IngestOptions) {
    self.options = options
    for (index, source) in sources.enumerated() { addSource(source, index: index) }
    closeUnit()
  }

  private mutating func addSource(_ path: String, index: Int) {
    var file = PlannedFile(path: path, sourceIndex: index, isNamedByUser: true)
    do throws(ByteSourceFailure) {
      let entry = try FileSystemEntry(path: path, followsLinks: true)
      guard entry.kind == .folder else {
        file.byteCount = entry.byteCount
        return add(file, kind: entry.kind)
      }
    } catch {
      file.finding = .rejected(error)
      return add(file, kind: .unknown)
    }
    var found: [(file: PlannedFile, kind: PathKind)] = []
    FolderWalk(sourceIndex: index).walk(path, into: &found)
    found.sort { $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8) }
    if found.isEmpty {
      file.finding = .warning(ByteSourceFailure(reason: "the folder holds no files", remedy: "check the path"))
      add(file, kind: .unknown)
    }
    for (file, kind) in found { add(file, kind: kind) }
  }

  private mutating func add(_ file: PlannedFile, kind: PathKind) {
    var file = file
    if file.finding == nil {
      guard kind == .regularFile else {
        file.finding = .rejected(
          ByteSourceFailure(
            reason: "it is \(kind.name), not a regular file",
            remedy: "copy its content into a file and import that"))
        file.byteCount = 0
        return append(file)
      }
      do throws(ByteSourceFailure) {
        switch try head(of: file) {
        case .zip: if try addArchive(file) { return }
        case .jsonLines where file.byteCount >= 2 * options.rangeByteCount && isReadAsLines: return addRanges(file)
        default: break
        }
      } catch {
        file.finding = .rejected(error)
        file.byteCount = 0
      }
    }
    append(file)
  }

  /// Ranges are read as UTF-8.
  private var isReadAsLines: Bool {
    guard options.encoding == nil || options.encoding == .utf8 else { return false }
    return options.forcedFormat.map { forced in FormatRegistry.jsonRecords.contains { $0.format == forced } } ?? true
  }

  private func head(of file: PlannedFile) throws(ByteSourceFailure) -> ContentKind {
    let opened = try RegularFile(path: file.path, followsLinks: file.isNamedByUser)
    var head = [UInt8](repeating: 0, count: 512)
    let count = try opened.read(into: &head)
    let kind = ContentKind(head: head.prefix(count))
    // Text in another encoding is read as a whole: what divides its lines is known when it is decoded.
    let isForeign = EncodingDecision(head: head.prefix(count), kind: kind, forced: nil).encoding != nil
    return kind == .jsonLines && isForeign ? .jsonObject : kind
  }

  private mutating func append(_ file: PlannedFile) {
    files.append(file)
    byteCount += file.byteCount
    openFiles = (openFiles?.lowerBound ?? files.count - 1)..<files.count
    openByteCount += file.byteCount
    if openByteCount >= options.batchByteCount || (openFiles?.count ?? 0) >= Self.mostFilesInUnit { closeUnit() }
  }

  private mutating func closeUnit() {
    if let files = openFiles { units.append(.files(files)) }
    openFiles = nil
    openByteCount = 0
  }

  private mutating func addRanges(_ file: PlannedFile) {
    closeUnit()
    files.append(file)
    byteCount += file.byteCount
    var start: Int64 = 0
    while start < file.byteCount {
      let end = min(file.byteCount, start + options.rangeByteCount)
      units.append(.lines(file: files.count - 1, start..<end))
      start = end
    }
  }

  /// - Returns: `false` for a package that a reader takes as a whole.
  private mutating func addArchive(_ file: PlannedFile) throws(ByteSourceFailure) -> Bool {
    let archive = try ZipArchive(path: file.path)
    let sample = ContentSample(name: file.path, kind: .zip, head: [], entryNames: archive.firstEntryNames)
    if FormatRegistry.files.contains(where: { $0.recognizes(sample) }) { return false }
    let survey = try ArchiveSurvey(archive, packedByteCount: file.byteCount, options: options)
    closeUnit()
    var file = file
    file.byteCount = survey.byteCount
    if let warning = survey.warning {
      var notice = file
      notice.byteCount = 0
      notice.finding = .warning(warning)
      append(notice)
      closeUnit()
    }
    files.append(file)
    byteCount += file.byteCount
    for entries in survey.groups { units.append(.entries(archive: files.count - 1, entries)) }
    return true
  }
}
