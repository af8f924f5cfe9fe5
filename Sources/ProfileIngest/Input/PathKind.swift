#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What stands at a path.
enum PathKind: Hashable, Sendable {
  case regularFile
  case folder
  case symbolicLink
  case pipe
  case device
  case socket
  case unknown

  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .regularFile
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      case S_IFIFO: .pipe
      case S_IFCHR, S_IFBLK: .device
      case S_IFSOCK: .socket
      default: .unknown
      }
  }

  var name: IngestText {
    switch self {
    case .regularFile: "a regular file"
    case .folder: "a folder"
    case .symbolicLink: "a symbolic link"
    case .pipe: "a named pipe"
    case .device: "a device"
    case .socket: "a socket"
    case .unknown: "something unknown"
    }
  }
}
