public import ProfileIngest

/// Something that was wrong with a source.
public typealias ImportIssue = IngestIssue

extension IngestIssue {
  /// Whether records were lost.
  public var isRejection: Bool { severity == .rejected }
}

/// What became of every record of an import.
public struct ImportReport: Hashable, Sendable {
  /// One source as it was named. `read == accepted + merged + held + rejected`.
  public struct Source: Hashable, Sendable {
    public var source: String
    /// Records met, accepted or not.
    public var read = 0
    /// New ones.
    public var accepted = 0
    /// Those of a body or evidence that was known already.
    public var merged = 0
    /// Of ``merged``, those that said nothing new.
    public var unchanged = 0
    /// Those that wait for a person's decision.
    public var held = 0
    /// Those that were refused; each with its reason in ``issues``.
    public var rejected = 0
    /// Bytes read, after unpacking.
    public var byteCount: Int64 = 0
    public var issues: [IngestIssue] = []

    public init(source: String) { self.source = source }
  }

  public struct Seconds: Hashable, Sendable {
    public var reading = 0.0
    public var storing = 0.0
    /// Finding out which new organisations are known under another id.
    public var resolving = 0.0
    public var indexing = 0.0
    public var total = 0.0
  }

  public var sources: [Source]
  /// How the tables among the sources were read, in order.
  public var tables: [TableReading] = []
  /// Organisations that became known, by records of their own or in passing.
  public var organizationsAdded = 0
  /// Of those, known under another id already, and joined.
  public var organizationsMerged = 0
  /// Of those, perhaps known under another id: a person decides.
  public var organizationsHeld = 0
  public var evidenceCount = 0
  public var organizationCount = 0
  public var seconds = Seconds()
  /// Whether nothing was stored: the counts say what an import would do.
  public var isPreview = false

  /// All sources together.
  public var totals: Source {
    sources.reduce(into: Source(source: "total")) { sum, source in
      sum.read += source.read
      sum.accepted += source.accepted
      sum.merged += source.merged
      sum.unchanged += source.unchanged
      sum.held += source.held
      sum.rejected += source.rejected
      sum.byteCount += source.byteCount
    }
  }
}
