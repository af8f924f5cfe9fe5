import ForumRecords
import ProfileIngest
import ResearchProfiles

/// Stores the records that a reader delivers and counts what became of them.
struct RecordStorage {
  private(set) var report: ImportReport
  /// Whether writing it to disk takes long.
  private(set) var hasStoredMuch = false
  private let registry: Registry
  private let transactionRecordCount: Int
  private let transactionByteCount: Int
  private var waitingByteCount = 0
  private var waiting: [RegistryChange] = []
  /// The source of each waiting change; `nil` for a mention, which is no record of its own.
  private var origins: [Int?] = []
  private var recordOrigins: [RecordOrigin] = []
  private let names: [SourceName]
  private let date = CalendarDate.today
  /// The source of each organisation that became known by a record of its own.
  private var newOrganizations: [OrganizationID: Int] = [:]
  private let clock = ContinuousClock()

  /// - Parameter transactionByteCount: of texts that wait to be stored, at which they are stored before they are
  ///   `transactionRecordCount` records.
  init(registry: Registry, sources: [String], transactionRecordCount: Int, transactionByteCount: Int) {
    self.registry = registry
    self.transactionRecordCount = transactionRecordCount
    self.transactionByteCount = transactionByteCount
    names = sources.map(SourceName.init)
    report = ImportReport(sources: sources.map { ImportReport.Source(source: ShownPath.of($0)) })
  }

  mutating func take(_ batch: IngestBatch) throws {
    let source = batch.sourceIndex
    report.sources[source].read += batch.recordsRead
    report.sources[source].byteCount += batch.bytesRead
    report.sources[source].issues += batch.issues
    report.tables += batch.tables
    for issue in batch.issues where issue.severity == .rejected {
      report.sources[source].rejected += issue.occurrences
    }
    var start = clock.now
    for record in batch.records {
      append(record, source: source)
      if waiting.count >= transactionRecordCount || waitingByteCount >= transactionByteCount {
        // Its own time is counted there.
        report.seconds.storing += (clock.now - start).seconds
        try store()
        start = clock.now
      }
    }
    report.seconds.storing += (clock.now - start).seconds
  }

  mutating func finish() throws { try store() }

  /// Counts what became of new organisations when they were compared with those known.
  mutating func count(_ outcome: ResolveBodies.Outcome) {
    report.organizationsMerged = outcome.merged.count
    report.organizationsHeld = outcome.held.count
    for (id, source) in newOrganizations {
      if outcome.merged.contains(id) {
        report.sources[source].accepted -= 1
        report.sources[source].merged += 1
      } else if outcome.held.contains(id) {
        report.sources[source].accepted -= 1
        report.sources[source].held += 1
      }
    }
  }

  private mutating func append(_ record: IngestedRecord, source: Int) {
    let origin = RecordOrigin(
      source: names[source].name, location: names[source].location(of: record.location), date: date)
    defer { while recordOrigins.count < waiting.count { recordOrigins.append(origin) } }
    switch record.content {
    case .evidence(let evidence):
      let encoded = EncodedEvidence(evidence)
      waitingByteCount += encoded.byteCount
      waiting.append(.evidence(encoded, mentions: record.mentions))
    case .organization(let profile):
      waiting.append(.organization(profile))
    case .supporting(let supporting):
      waiting.append(.supporting(supporting))
    }
    origins.append(source)
    if case .evidence = record.content { return }
    for mention in record.mentions {
      waiting.append(.mention(mention))
      origins.append(nil)
    }
  }

  private mutating func store() throws {
    let start = clock.now
    let outcomes = try registry.apply(waiting, origins: recordOrigins)
    hasStoredMuch = hasStoredMuch || waiting.count >= transactionRecordCount || waitingByteCount >= transactionByteCount
    for (change, (origin, outcome)) in zip(waiting, zip(origins, outcomes)) {
      report.organizationsAdded += outcome.mentionedOrganizationsAdded
      if case .added = outcome.effect {
        switch change {
        case .organization, .mention: report.organizationsAdded += 1
        default: break
        }
      }
      guard let origin else { continue }
      switch outcome.effect {
      case .added:
        report.sources[origin].accepted += 1
        if case .organization(let profile) = change { newOrganizations[profile.id] = origin }
      case .unchanged:
        report.sources[origin].merged += 1
        report.sources[origin].unchanged += 1
      case .updated, .deleted, .absent: report.sources[origin].merged += 1
      }
    }
    waiting.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    recordOrigins.removeAll(keepingCapacity: true)
    waitingByteCount = 0
    report.seconds.storing += (clock.now - start).seconds
  }
}
