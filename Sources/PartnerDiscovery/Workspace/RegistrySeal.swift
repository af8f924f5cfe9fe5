import IndexStorage

/// The checksum of the registry's file as its last writer left it.
///
/// SQLite keeps no checksums of its own, and damage to unused parts of its pages shows in no query. A writer breaks the
/// seal before it writes and sets it after it has closed the file, so a seal that is there must hold; one that is
/// missing only says that the last writer was killed.
struct RegistrySeal {
  private let registryPath: String

  init(workspace: Workspace) { registryPath = workspace.registryPath }

  private var path: String { registryPath + ".seal" }

  /// Whether what is in the file is all there is: SQLite keeps what it has not folded in yet beside it.
  private var isFolded: Bool {
    let log = registryPath + "-wal"
    guard FileSystem.exists(log) else { return true }
    return (try? FileSystem.byteCount(of: log)) == 0
  }

  func breakSeal() throws(StorageError) { try FileSystem.removeFile(path) }

  /// Seals the file, unless somebody else still has it open.
  func set() throws(StorageError) {
    guard isFolded else { return }
    try FileSystem.replaceFile(at: path, with: Array(try content().utf8))
  }

  enum State: Equatable {
    case holds
    case missing
    case broken
  }

  /// - Complexity: reads the whole file.
  func verify() throws(StorageError) -> State {
    guard FileSystem.exists(path) else { return .missing }
    guard isFolded else { return .missing }
    let seal = try ByteRegion(mapping: path)
    return seal.string(in: 0..<seal.count) == (try content()) ? .holds : .broken
  }

  private func content() throws(StorageError) -> String {
    let file = try ByteRegion(mapping: registryPath)
    return "moim registry seal 1: \(file.count) bytes, XXH64 \(String(file.checksum, radix: 16))\n"
  }
}
