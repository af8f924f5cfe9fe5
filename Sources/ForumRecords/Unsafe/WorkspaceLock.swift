import Glibc

/// The right to change a workspace, held by one process at a time (`flock` on `<workspace>/.lock`). The operating
/// system takes it back when the process ends, however it ends.
///
/// Invariants of the unsafe calls: every pointer handed to C lives for that call only (a string literal bridged by the
/// compiler, or an array's storage with its own count); the descriptor is owned by this object and closed once.
public final class WorkspaceLock: Sendable {
  private let fileDescriptor: Int32
  private static let pauseMilliseconds = 2

  /// What is locked: each right is held by one process at a time, whoever holds the others.
  public enum Purpose: Sendable {
    /// To change the registry and publish an index.
    case writing
    /// To make a merge of the index, which is published under the other lock.
    case merging

    fileprivate var fileName: String {
      switch self {
      case .writing: "/.lock"
      case .merging: "/.merge-lock"
      }
    }
  }

  /// Takes the lock or throws ``RegistryError/workspaceInUse(workspace:processID:)``. The folder must exist.
  ///
  /// - Parameter patienceMilliseconds: how long to try: at once, or for the moment that a merge takes to be published.
  public init(
    workspace: String, purpose: Purpose = .writing, patienceMilliseconds: Int = 0
  ) throws(RegistryError) {
    let path = workspace + purpose.fileName
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .inputOutput(path: path, detail: Self.reason(errno))
    }
    var attemptsLeft = patienceMilliseconds / Self.pauseMilliseconds
    var isTaken = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    while !isTaken, errno == EWOULDBLOCK, attemptsLeft > 0 {
      attemptsLeft -= 1
      usleep(UInt32(Self.pauseMilliseconds * 1000))
      isTaken = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }
    guard isTaken else {
      let code = errno
      let holder = Self.processID(in: descriptor)
      close(descriptor)
      if code == EWOULDBLOCK { throw .workspaceInUse(workspace: workspace, processID: holder) }
      throw .inputOutput(path: path, detail: Self.reason(code))
    }
    fileDescriptor = descriptor
    // Who holds it is a courtesy to whoever waits: failing to say so is no failure.
    let owner = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = unsafe owner.withUnsafeBytes { bytes in unsafe pwrite(descriptor, bytes.baseAddress, bytes.count, 0) }
  }

  deinit { close(fileDescriptor) }

  private static func processID(in descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe pread(descriptor, buffer.baseAddress, buffer.count, 0)
    }
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes.prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
  }

  private static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
