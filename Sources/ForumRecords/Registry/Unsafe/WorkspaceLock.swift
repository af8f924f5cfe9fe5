import Glibc

/// The right to change a workspace, held by one process at a time (`flock` on `<workspace>/.lock`). The operating
/// system takes it back when the process ends, however it ends.
///
/// Invariants of the unsafe calls: every pointer handed to C lives for that call only (a string literal bridged by the
/// compiler, or an array's storage with its own count); the descriptor is owned by this object and closed once.
public final class WorkspaceLock: Sendable {
  private let fileDescriptor: Int32

  /// What it is taken for.
  public enum Purpose: Sendable {
    /// To change the registry and publish an index. Another writer is refused at once; a merge that is being published
    /// is waited for, because that takes milliseconds.
    case writing
    /// To make a merge of the index. A right of its own, which hinders no writer.
    case merging
    /// To publish that merge: the writers' right, which is waited for while they have it, for two seconds.
    case publishingMerge

    fileprivate var fileName: String { self == .merging ? "/.merge-lock" : "/.lock" }

    /// Said beside the number of the process, for those who find the lock taken.
    fileprivate var mark: String { self == .publishingMerge ? " publishes a merge\n" : "\n" }

    fileprivate var longestWaitMilliseconds: Int {
      switch self {
      case .writing: 500
      case .merging: 0
      case .publishingMerge: 2000
      }
    }
  }

  private static let pauseMilliseconds = 2

  /// Takes the lock or throws ``RegistryError/workspaceInUse(workspace:processID:)``. The folder must exist.
  public init(workspace: String, purpose: Purpose = .writing) throws(RegistryError) {
    let path = workspace + purpose.fileName
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .inputOutput(path: path, detail: Self.reason(errno))
    }
    var isTaken = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    var failure = errno
    var attemptsLeft = purpose.longestWaitMilliseconds / Self.pauseMilliseconds
    var writersSeen = 0
    while !isTaken, failure == EWOULDBLOCK, attemptsLeft > 0 {
      // Who has just taken it may not have said so yet: one look is not enough.
      if purpose == .writing, !Self.text(in: descriptor).hasSuffix(Purpose.publishingMerge.mark) {
        writersSeen += 1
        if writersSeen > 1 { break }
      }
      attemptsLeft -= 1
      usleep(UInt32(Self.pauseMilliseconds * 1000))
      isTaken = flock(descriptor, LOCK_EX | LOCK_NB) == 0
      failure = errno
    }
    guard isTaken else {
      let code = failure
      let holder = Self.processID(in: descriptor)
      close(descriptor)
      if code == EWOULDBLOCK { throw .workspaceInUse(workspace: workspace, processID: holder) }
      throw .inputOutput(path: path, detail: Self.reason(code))
    }
    fileDescriptor = descriptor
    // Who holds it is a courtesy to whoever waits: failing to say so is no failure.
    let owner = Array("\(getpid())\(purpose.mark)".utf8)
    _ = ftruncate(descriptor, 0)
    _ = unsafe owner.withUnsafeBytes { bytes in unsafe pwrite(descriptor, bytes.baseAddress, bytes.count, 0) }
  }

  deinit { close(fileDescriptor) }

  private static func processID(in descriptor: Int32) -> Int32? {
    Int32(text(in: descriptor).prefix { $0.isASCII && $0.isNumber })
  }

  private static func text(in descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 48)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe pread(descriptor, buffer.baseAddress, buffer.count, 0)
    }
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  private static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
