import ForumRecords
import IndexStorage
import ParallelExecution
public import ProfileIngest
import ResearchProfiles

extension ImportSources {
  /// Reads everything and says what an import would do, without storing anything: no workspace is made or changed.
  ///
  /// Records of bodies and evidence that the workspace knows already, or that the sources repeat, count as merged. Whether
  /// they say anything new is not looked at.
  ///
  /// - Complexity: as reading; memory for the ids.
  public func preview(onProgress: (IngestProgress) -> Void = { _ in }) throws -> ImportReport {
    for source in sources where !FileSystem.exists(source) { throw DiscoveryError.noSource(path: source) }
    let clock = ContinuousClock()
    let start = clock.now
    let registry = workspace.exists ? try Registry(path: workspace.registryPath, mode: .readOnly) : nil
    var report = ImportReport(sources: sources.map { ImportReport.Source(source: ShownPath.of($0)) })
    report.isPreview = true
    var organizations: Set<OrganizationID> = []
    var evidence: Set<EvidenceID> = []
    var supporting: Set<String> = []
    try IngestReader(sources: sources, options: options).read(
      threadCount: executor.threadCount, onProgress: onProgress,
      deliver: { batch in
        let source = batch.sourceIndex
        report.sources[source].read += batch.recordsRead
        report.sources[source].byteCount += batch.bytesRead
        report.sources[source].issues += batch.issues
        report.tables += batch.tables
        for issue in batch.issues where issue.isRejection { report.sources[source].rejected += issue.occurrences }
        for record in batch.records {
          let isNew: Bool
          switch record.content {
          case .organization(let profile):
            let stored = try registry?.organizations([profile.id]).first ?? nil
            isNew = organizations.insert(profile.id).inserted && stored == nil
          case .evidence(let found):
            let stored = try registry?.evidence([found.id]).first ?? nil
            isNew = evidence.insert(found.id).inserted && stored == nil
          case .supporting(let found): isNew = supporting.insert("\(found.kind.rawValue) \(found.id)").inserted
          }
          if isNew { report.sources[source].accepted += 1 } else { report.sources[source].merged += 1 }
        }
      })
    if let counts = try registry?.counts() {
      report.organizationCount = counts.organizationCount
      report.evidenceCount = counts.evidenceCount
    }
    report.seconds.reading = (clock.now - start).seconds
    report.seconds.total = report.seconds.reading
    return report
  }
}
