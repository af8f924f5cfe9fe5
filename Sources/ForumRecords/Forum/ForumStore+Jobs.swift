import GRDB

extension ForumStore {
  /// Records that something which takes a while has begun.
  ///
  /// - Returns: it, with its id.
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: logarithmic.
  public func beginJob(kind: String, actor: String, time: ForumTime) throws(ForumStoreError) -> Job {
    try write { database in
      let id = try database.insert(
        into: "job",
        [
          "kind": kind, "state": Job.State.running.rawValue, "progress": "", "begun": time.secondsSinceEpoch,
          "by": actor,
        ])
      try database.audit("job.begin", String(id), kind, actor: actor, time: time)
      return Job(id: id, kind: kind, begun: time, by: actor)
    }
  }

  /// Says how far a running job is. A write to the disk: call it once in a while.
  ///
  /// - Throws: ``ForumStoreError/wrongState(kind:id:state:)`` for one that has ended, ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  public func updateJob(id: Int64, progress: String) throws(ForumStoreError) {
    try write { database in
      _ = try Self.requireRunningJob(id, in: database)
      try database.change("UPDATE job SET progress = ? WHERE id = ?", [progress, id])
    }
  }

  /// Records how a job ended.
  ///
  /// - Parameter state: anything but running.
  /// - Throws: ``ForumStoreError/wrongState(kind:id:state:)`` for one that has ended, ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func finishJob(
    id: Int64, state: Job.State, progress: String? = nil, report: String? = nil, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> Job {
    if state == .running { throw .invalid(field: "state", reason: "a job does not end by running") }
    return try write { database in
      var job = try Self.requireRunningJob(id, in: database)
      job.state = state
      job.progress = progress ?? job.progress
      job.report = report
      job.ended = time
      try database.change(
        "UPDATE job SET state = ?, progress = ?, report = ?, ended = ? WHERE id = ?",
        [state.rawValue, job.progress, report, time.secondsSinceEpoch, id])
      try database.audit("job.end", String(id), "\(job.kind): \(state.rawValue)", actor: actor, time: time)
      return job
    }
  }

  /// Marks the jobs that still count as running as interrupted: for the start of the one process that runs jobs.
  ///
  /// - Returns: how many there were.
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: linear in the number of jobs.
  @discardableResult
  public func interruptRunningJobs(actor: String, time: ForumTime) throws(ForumStoreError) -> Int {
    try write { database in
      let count = try database.change(
        "UPDATE job SET state = 'interrupted', ended = ? WHERE state = 'running'", [time.secondsSinceEpoch])
      if count > 0 { try database.audit("job.interrupt", "\(count) jobs", actor: actor, time: time) }
      return count
    }
  }

  /// A job by its id.
  ///
  /// - Complexity: logarithmic.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func job(id: Int64) throws(ForumStoreError) -> Job? {
    try read { try $0.row("SELECT * FROM job WHERE id = ?", [id]).map(Self.readJob) }
  }

  /// Jobs, the latest first; those of one kind where it is named.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func jobs(kind: String? = nil, page: Page = .all) throws(ForumStoreError) -> Paged<Job> {
    var conditions = ForumConditions()
    conditions.require("kind", is: kind)
    return try read { try $0.page("*", from: "job", conditions, order: "id DESC", page: page, Self.readJob) }
  }

  private static func requireRunningJob(_ id: Int64, in database: Database) throws -> Job {
    guard let job = try database.row("SELECT * FROM job WHERE id = ?", [id]).map(readJob) else {
      throw ForumStoreError.unknown(kind: "job", id: String(id))
    }
    guard job.state == .running else {
      throw ForumStoreError.wrongState(kind: "job", id: String(id), state: job.state.rawValue)
    }
    return job
  }

  private static func readJob(_ columns: ForumColumns) throws -> Job {
    Job(
      id: try columns.integer("id"), kind: try columns.value("kind"), state: try columns.name("state"),
      progress: try columns.value("progress"), report: try columns.value("report"), begun: try columns.time("begun"),
      ended: try columns.optionalTime("ended"), by: try columns.value("by"))
  }
}
