import GRDB

extension RegistryError {
  /// What an error of the database or of decoding means for whoever asked.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as RegistryError:
      self = error
    case let failure as ContentReader.Failure:
      self = .damaged(path: path, detail: "a record's content is \(failure)")
    case is RowDecodingError:
      self = .damaged(path: path, detail: "a column holds a value of another type")
    case let unknown as UnknownName:
      self = .damaged(path: path, detail: "\"\(unknown.name)\" is no kind or role")
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_NOTADB: self = .notARegistry(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
      case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK:
        // There is a rollback journal only until the new file is told to have a write-ahead log, before anything else.
        self = .blank(path: path)
      case .SQLITE_READONLY: self = .openedForReading(path: path)
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
