import GRDB

extension ForumStoreError {
  /// What an error of the database or of decoding means for whoever asked.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as ForumStoreError:
      self = error
    case is RowDecodingError:
      self = .damaged(path: path, detail: "a column holds a value of another type")
    case let unknown as UnknownName:
      self = .damaged(path: path, detail: "\"\(unknown.name)\" is no name that this version knows")
    case is DecodingError:
      self = .damaged(path: path, detail: "a record's content cannot be decoded")
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_NOTADB: self = .notAForumStore(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
      case .SQLITE_READONLY: self = .openedForReading(path: path)
      // Not the whole error: its arguments may be personal data.
      case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_ERROR:
        self = .damaged(path: path, detail: error.message ?? error.resultCode.description)
      case .SQLITE_FULL: self = .diskFull(path: path)
      default: self = .inputOutput(path: path, detail: error.message ?? error.resultCode.description)
      }
    default:
      self = .inputOutput(path: path, detail: String(describing: error))
    }
  }
}
