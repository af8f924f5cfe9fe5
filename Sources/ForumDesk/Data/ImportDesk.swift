public import ForumRecords
import Foundation
import ParallelExecution
import PartnerDiscovery
import ProfileIngest
import Synchronization

/// Imports of sources by the console: files are put down, rehearsed, and imported one batch at a time, as a job that is kept.
public final class ImportDesk: Sendable {
  public static let jobKind = "import.sources"
  /// Of all files of a batch together.
  public static let byteLimit = 512 << 20
  public static let fileLimit = 32
  private static let keptSeconds: Int64 = 24 * 3600
  /// How long an import waits for a workspace that another process holds.
  private static let waitingSeconds = 300.0

  public enum Problem: Error, Equatable, Sendable, CustomStringConvertible {
    case unknownBatch
    /// The rehearsal is not done yet, or the batch is being imported already.
    case notReady
    case otherImportRuns

    public var description: String {
      switch self {
      case .unknownBatch: "these files are not there any more: upload them again"
      case .notReady: "these files cannot be imported now: look at the page of the upload"
      case .otherImportRuns: "another import is running: wait until it is done"
      }
    }
  }

  private struct State {
    var batches: [String: UploadBatch] = [:]
    var job: Int64?
    var progress = ImportProgress()
  }

  private let desk: ForumDesk
  private let state = Mutex(State())

  public init(desk: ForumDesk) { self.desk = desk }

  private var uploadsFolder: String { desk.workspace.path + "/uploads" }

  /// For the start of the one process that imports: what an earlier one left running is said to be interrupted, and its
  /// files go.
  ///
  /// - Throws: errors of the store.
  public func recover() throws {
    try? FileManager.default.removeItem(atPath: uploadsFolder)
    try desk.store.interruptRunningJobs(actor: "system", time: desk.now)
  }

  /// A new private folder for files that are about to arrive, and its name. Batches that nobody imported for a day go.
  public func makeFolder() throws -> (id: String, path: String) {
    let limit = desk.now.adding(seconds: -Self.keptSeconds)
    let old = state.withLock { state in
      state.batches.values.filter { batch in
        if case .begun = batch.state { return false }
        return batch.uploaded < limit
      }.map(\.id)
    }
    for id in old { discard(id) }
    let id = RandomToken.make()
    let path = uploadsFolder + "/" + id
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return (id, path)
  }

  /// Removes a folder whose files did not all arrive.
  public func removeFolder(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Begins to rehearse the import of files that have arrived.
  ///
  /// - Parameter files: their names in the folder.
  public func add(_ folder: (id: String, path: String), files: [String], actor: String) throws {
    let batch = UploadBatch(
      id: folder.id, folder: folder.path, files: files, by: actor, uploaded: desk.now, state: .rehearsing(.init()))
    state.withLock { $0.batches[batch.id] = batch }
    try desk.store.recordAudit(
      action: "import.upload", subject: "files", detail: "\(files.count)", actor: actor, time: desk.now)
    _ = BackgroundWork { [self] in rehearse(batch) }
  }

  private func rehearse(_ batch: UploadBatch) {
    let record: ImportRecord
    var tables: [SourceTable] = []
    do {
      let report = try importing(batch).preview { progress in
        state.withLock { $0.batches[batch.id]?.state = .rehearsing(ImportProgress(progress)) }
      }
      record = ImportRecord(report, folder: batch.folder)
      tables = report.tables.map { table in
        let isInside = table.file.hasPrefix(batch.folder + "/")
        return SourceTable(table, file: isInside ? String(table.file.dropFirst(batch.folder.count + 1)) : table.file)
      }
    } catch {
      record = ImportRecord(failure: Self.explanation(of: error, folder: batch.folder))
    }
    state.withLock { state in
      state.batches[batch.id]?.tables = tables
      state.batches[batch.id]?.state = .rehearsed(record)
    }
  }

  private func importing(_ batch: UploadBatch) throws -> ImportSources {
    var importing = ImportSources(
      workspace: desk.workspace, sources: batch.files.map { batch.folder + "/" + $0 })
    importing.options.rememberedMappings = try RememberedTables(store: desk.store).mappings()
    return importing
  }

  /// Says how a table of a batch is read, remembers it for every table with these headings, and rehearses the batch again.
  ///
  /// - Parameters:
  ///   - number: of the table among ``UploadBatch/tables``, from 0.
  ///   - records: what its rows are, one of ``TableFieldChoice/recordKinds``.
  ///   - fields: what each of its columns holds, by the names of ``TableFieldChoice``.
  /// - Throws: a ``Problem``, a ``SourceTable/Problem``, or errors of the store: then nothing was changed.
  public func correct(_ id: String, table number: Int, records: String, fields: [String], actor: String) throws {
    try keep(id, table: number, actor: actor) { table throws(SourceTable.Problem) in
      try table.corrected(records: records, fields: fields)
    }
  }

  /// Lets a table of a batch be guessed again, and every other with these headings.
  ///
  /// - Throws: a ``Problem``, or errors of the store.
  public func forget(_ id: String, table number: Int, actor: String) throws {
    try keep(id, table: number, actor: actor) { _ in nil }
  }

  private func keep(
    _ id: String, table number: Int, actor: String,
    mapping: (SourceTable) throws(SourceTable.Problem) -> TableMapping?
  ) throws {
    guard let batch = batch(id) else { throw Problem.unknownBatch }
    guard case .rehearsed = batch.state, batch.tables.indices.contains(number) else { throw Problem.notReady }
    let table = batch.tables[number]
    try RememberedTables(store: desk.store).keep(mapping(table), for: table, actor: actor, time: desk.now)
    let begins = state.withLock { state in
      guard case .rehearsed? = state.batches[id]?.state else { return false }
      state.batches[id]?.state = .rehearsing(.init())
      return true
    }
    // Where it is being rehearsed or imported already, what was kept holds for the next time.
    if begins { _ = BackgroundWork { [self] in rehearse(batch) } }
  }

  private static func explanation(of error: any Error, folder: String) -> Bilingual {
    func withheld(_ text: String) -> String { PublicText(text.replacing(folder + "/", with: "")).text }
    let explanation = Bilingual(explaining: error)
    return Bilingual(withheld(explanation.korean), withheld(explanation.english))
  }

  /// A batch that waits or was begun; `nil` where it is gone.
  public func batch(_ id: String) -> UploadBatch? { state.withLock { $0.batches[id] } }

  /// Those that wait, the latest first.
  public var batches: [UploadBatch] {
    state.withLock { state in
      state.batches.values.filter { batch in
        if case .begun = batch.state { false } else { true }
      }.sorted { ($1.uploaded, $0.id) < ($0.uploaded, $1.id) }
    }
  }

  /// Removes files that are not to be imported.
  public func discard(_ id: String) {
    let batch = state.withLock { state -> UploadBatch? in
      guard let batch = state.batches[id] else { return nil }
      if case .begun = batch.state { return nil }
      state.batches[id] = nil
      return batch
    }
    if let batch { removeFolder(batch.folder) }
  }

  /// The job that runs now, and how far it is.
  public var running: (job: Int64, progress: ImportProgress)? {
    state.withLock { state in state.job.map { ($0, state.progress) } }
  }

  /// Imports a batch on a thread of its own.
  ///
  /// - Returns: the job.
  /// - Throws: a ``Problem``, or errors of the store: then nothing was begun.
  public func begin(_ id: String, actor: String) throws -> Int64 {
    let batch = try state.withLock { state throws(Problem) -> UploadBatch in
      guard let batch = state.batches[id] else { throw .unknownBatch }
      guard case .rehearsed(let record) = batch.state, record.failure == nil else { throw .notReady }
      guard state.job == nil else { throw .otherImportRuns }
      // Holds the place until the job has its number.
      state.job = 0
      state.progress = ImportProgress()
      return batch
    }
    do {
      let job = try desk.store.beginJob(kind: Self.jobKind, actor: actor, time: desk.now)
      state.withLock { state in
        state.job = job.id
        state.batches[id]?.state = .begun(job: job.id)
      }
      _ = BackgroundWork { [self] in run(batch, job: job.id, actor: actor) }
      return job.id
    } catch {
      state.withLock { $0.job = nil }
      throw error
    }
  }

  private func run(_ batch: UploadBatch, job: Int64, actor: String) {
    var record: ImportRecord
    do {
      var importing = try importing(batch)
      importing.openSession = desk.live?.session
      let report = try desk.changingWorkspace(waitingSeconds: Self.waitingSeconds) { try importing.run { note($0) } }
      record = ImportRecord(report, folder: batch.folder)
      do {
        try desk.workspaceChanged()
      } catch {
        let explanation = Self.explanation(of: error, folder: batch.folder)
        (record.failure, record.koreanFailure) = (explanation.english, explanation.korean)
      }
    } catch {
      record = ImportRecord(failure: Self.explanation(of: error, folder: batch.folder))
    }
    removeFolder(batch.folder)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let report = (try? encoder.encode(record)).map { String(decoding: $0, as: UTF8.self) }
    // A store that cannot be written leaves the job running: the next start says that it was interrupted.
    _ = try? desk.store.finishJob(
      id: job, state: record.failure == nil ? .done : .failed, report: report, actor: actor, time: desk.now)
    state.withLock { state in
      state.job = nil
      state.batches[batch.id] = nil
    }
  }

  private func note(_ phase: ImportSources.Phase) {
    let progress = ImportProgress(phase)
    state.withLock { $0.progress = progress }
  }

  /// What a job's report says; `nil` where it has none.
  public static func record(of job: Job) -> ImportRecord? {
    guard let report = job.report else { return nil }
    return try? JSONDecoder().decode(ImportRecord.self, from: Data(report.utf8))
  }
}
