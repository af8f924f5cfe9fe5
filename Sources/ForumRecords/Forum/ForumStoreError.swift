/// Why the forum's store could not do what was asked.
public enum ForumStoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no store at the path, and it was opened for reading.
  case missing(path: String)
  /// The file is no SQLite database, or one of another program.
  case notAForumStore(path: String)
  /// A later version of Moim wrote migrations that this one does not know.
  case newerSchema(path: String, unknownMigrations: [String])
  /// An older schema, opened for reading, which only opening for writing brings up to date.
  case olderSchema(path: String, missingMigrations: [String])
  /// Another process has written for longer than the waiting time.
  case locked(path: String)
  /// A change was asked of a store that was opened for reading.
  case openedForReading(path: String)
  /// Pages or records that cannot be read.
  case damaged(path: String, detail: String)
  case diskFull(path: String)
  case inputOutput(path: String, detail: String)

  /// There is no such thing: `kind` is "application", "consent", "user" ...
  case unknown(kind: String, id: String)
  /// There is one of this name already.
  case exists(kind: String, id: String)
  /// A value that cannot be kept.
  case invalid(field: String, reason: String)
  /// Somebody else has changed the application since it was read.
  case staleRevision(receipt: String, expected: Int, found: Int)
  /// It has been purged: nothing personal can be added to it again.
  case purged(receipt: String)
  /// What it is in does not admit the change.
  case wrongState(kind: String, id: String, state: String)
  /// No live consent covers the recipient, the purpose and all items. `missingItems` are those that no consent to this
  /// recipient and purpose covers: all of them where there is none.
  case notConsented(receipt: String, recipient: String, purpose: String, missingItems: [String])
  /// It would leave nobody who may add users.
  case lastAdministrator(name: String)

  /// A backup or a restored workspace needs an empty or a new folder.
  case targetNotEmpty(path: String)
  /// There is no complete backup in the folder.
  case notABackup(path: String, detail: String)
  /// A file of a backup is not what its list says.
  case damagedBackup(path: String, file: String)

  public var description: String {
    switch self {
    case .missing(let path):
      "there is no store of the forum at \(path): start the service or add a user first, or name another workspace"
    case .notAForumStore(let path):
      "\(path) is not a store of Moim's forum: name another workspace, or move that file away"
    case .newerSchema(let path, let migrations):
      "\(path) was written by a newer Moim (it knows \(migrations.joined(separator: ", "))): update this one"
    case .olderSchema(let path, let migrations):
      "\(path) was written by an older Moim (it lacks \(migrations.joined(separator: ", "))): "
        + "anything that writes, such as starting the service, brings it up to date"
    case .locked(let path):
      "\(path) is being written by another process: try again when it is done"
    case .openedForReading(let path):
      "\(path) was opened for reading only: open it for writing to change it"
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)): restore the workspace from a backup"
    case .diskFull(let path):
      "no space is left to write \(path): free some and try again; nothing was changed"
    case .inputOutput(let path, let detail):
      "\(path) cannot be read or written (\(detail)): check that the folder exists and its permissions"
    case .unknown(let kind, let id):
      "there is no \(kind) \(id): look it up in the list again"
    case .exists(let kind, let id):
      "there is already a \(kind) \(id): choose another name, or change that one"
    case .invalid(let field, let reason):
      "\(field) cannot be kept (\(reason)): correct it and try again"
    case .staleRevision(let receipt, let expected, let found):
      "application \(receipt) was changed by somebody else (version \(found), not \(expected)): "
        + "look at it again and repeat the change"
    case .purged(let receipt):
      "the personal data of application \(receipt) were removed: file a new application"
    case .wrongState(let kind, let id, let state):
      "\(kind) \(id) is \(state), which does not admit this: look at it again"
    case .notConsented(let receipt, let recipient, let purpose, let missingItems):
      "no live consent of application \(receipt) lets \(recipient) have \(missingItems.joined(separator: ", ")) "
        + "for \(purpose): ask the applicant for it"
    case .lastAdministrator(let name):
      "\(name) is the only active administrator: make somebody else one first"
    case .targetNotEmpty(let path):
      "\(path) is not empty: name a folder that is empty or does not exist yet"
    case .notABackup(let path, let detail):
      "\(path) holds no complete backup (\(detail)): name the folder that a backup was made in"
    case .damagedBackup(let path, let file):
      "\(file) in the backup \(path) is not as it was written: use another backup"
    }
  }
}
