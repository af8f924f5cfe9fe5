/// Why the registry or its workspace could not be used.
public enum RegistryError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no registry at the path, and it was opened for reading.
  case missing(path: String)
  /// The file was made and nothing was ever written into it: the process that made it was stopped at once.
  case blank(path: String)
  /// The file is no SQLite database, or one of another program.
  case notARegistry(path: String)
  /// A later version of Moim wrote migrations that this one does not know.
  case newerSchema(path: String, unknownMigrations: [String])
  /// An older schema, opened for reading, which only opening for writing brings up to date.
  case olderSchema(path: String, missingMigrations: [String])
  /// Another process has written for longer than the waiting time.
  case locked(path: String)
  /// Another process holds the workspace's write lock.
  case workspaceInUse(workspace: String, processID: Int32?)
  /// A change was asked of a registry that was opened for reading.
  case openedForReading(path: String)
  /// Pages or records that cannot be read.
  case damaged(path: String, detail: String)
  case diskFull(path: String)
  case inputOutput(path: String, detail: String)

  public var description: String {
    switch self {
    case .missing(let path):
      "there is no registry at \(path): import a source into this workspace first, or name another workspace"
    case .blank(let path):
      "\(path) holds nothing yet, because its first import was stopped: import a source"
    case .notARegistry(let path):
      "\(path) is not a registry of Moim: name another workspace, or move that file away"
    case .newerSchema(let path, let migrations):
      "\(path) was written by a newer Moim (it knows \(migrations.joined(separator: ", "))): update this one"
    case .olderSchema(let path, let migrations):
      "\(path) was written by an older Moim (it lacks \(migrations.joined(separator: ", "))): "
        + "any command that writes, such as import, brings it up to date"
    case .locked(let path):
      "\(path) is being written by another process: try again when it is done"
    case .workspaceInUse(let workspace, let processID):
      "the workspace \(workspace) is being changed by another process"
        + (processID.map { " (number \($0))" } ?? "") + ": wait until it is done"
    case .openedForReading(let path):
      "\(path) was opened for reading only: open it for writing to change it"
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)): run a check, then restore the file from a backup or import its sources again"
    case .diskFull(let path):
      "no space is left to write \(path): free some and try again; nothing was changed"
    case .inputOutput(let path, let detail):
      "\(path) cannot be read or written (\(detail)): check that the folder exists and its permissions"
    }
  }
}
