/// How sources are read.
public struct IngestOptions: Hashable, Sendable {
  /// Reads every file as this format; `nil` finds the format from each file's content.
  public var forcedFormat: IngestFormat?
  /// Reads every text file in this encoding; `nil` finds it from each file's bytes.
  public var encoding: TextEncoding?
  public var limits: IngestLimits
  /// How tables are read, from mapping files; empty to guess from headings and cells.
  public var tableMappings: [TableMapping] = []
  /// How tables with just these headings are read, where ``tableMappings`` is empty; others are guessed.
  public var rememberedMappings: [TableHeader: TableMapping] = [:]
  /// Mappings of the user's own, asked before every other format.
  public var mappings: [RecordMapping] = [] {
    didSet { catalog = mappings.isEmpty ? .builtIn : MappingCatalog(mappings + MappingCatalog.builtInMappings) }
  }
  /// These mappings and those that Moim comes with.
  private(set) var catalog = MappingCatalog.builtIn
  /// Large JSON Lines files are divided into ranges of so many bytes, which are read in parallel.
  public var rangeByteCount: Int64
  /// Small files and archive entries are handed to a thread together up to so many bytes; records are delivered
  /// at about the same grain.
  public var batchByteCount: Int64

  public init(
    forcedFormat: IngestFormat? = nil, limits: IngestLimits = IngestLimits(), rangeByteCount: Int64 = 4 << 20,
    batchByteCount: Int64 = 1 << 20
  ) {
    self.forcedFormat = forcedFormat
    self.limits = limits
    self.rangeByteCount = max(1, rangeByteCount)
    self.batchByteCount = max(1, batchByteCount)
  }
}

extension MappingCatalog: Hashable {
  static func == (left: MappingCatalog, right: MappingCatalog) -> Bool {
    left === right || left.mappings == right.mappings
  }
  func hash(into hasher: inout Hasher) { hasher.combine(mappings.count) }
}
