import IndexStorage

/// The checksum of the registry's file as its last writer left it.
///
/// SQLite keeps no checksums of its own, and damage to unused parts of its pages shows in no query. The seal is the sum
/// of the hashes of all pages, each with its number: a writer takes out what the pages were that it is about to replace
/// and adds what they have become, so that sealing costs what was changed. A page that was damaged is taken out as it
/// is now and not as it was sealed: what is left over stays in the sum, and no later writer can seal the damage.
///
/// The file changes only where SQLite folds its write-ahead log into it, which ``around(_:)`` must enclose. The seal is
/// removed before and set afterwards, so a seal that is there must hold; one that is missing only says that a writer
/// was killed while it folded.
struct RegistrySeal: Sendable {
  private let registryPath: String

  init(workspace: Workspace) { registryPath = workspace.registryPath }

  private var path: String { registryPath + ".seal" }

  enum State: Equatable {
    case holds
    case missing
    case broken
  }

  /// Compares the file with its seal.
  ///
  /// - Complexity: reads the whole file.
  func verify() throws(StorageError) -> State {
    // A writer may fold its log while the file is read: then there is another seal afterwards.
    var seal = try text()
    for _ in 0..<4 {
      guard let sealed = seal else { return .missing }
      let file = try ByteRegion(mapping: registryPath)
      let found =
        sealed.hasPrefix(Self.wholeFilePrefix)
        ? Self.wholeFileText(of: file) : PageSum(of: file).sealText
      if sealed == found { return .holds }
      let current = try text()
      if current == sealed { return .broken }
      seal = current
    }
    return .missing
  }

  /// Whether a writer may go on: a file of another length, or a seal that says nothing, is damage that needs no second
  /// look. A seal of the first kind is compared, for the last time.
  func admitsWriting() throws(StorageError) -> Bool {
    guard let sealed = try text() else { return true }
    if sealed.hasPrefix(Self.wholeFilePrefix) { return try verify() != .broken }
    guard let sum = PageSum(sealText: sealed) else { return false }
    return try sum.byteCount == FileSystem.byteCount(of: registryPath)
  }

  /// Carries out what changes the file, and seals what it has become.
  ///
  /// - Parameter change: folds the log, or closes the registry, which folds it too.
  /// - Complexity: linear in the pages of the log; linear in the file where there was no seal.
  func around(_ change: () throws -> Void) throws {
    let sealed = try text().flatMap { PageSum(sealText: $0) }
    let pages = try WriteAheadLog.pages(ofRegistry: registryPath)
    if sealed != nil, pages?.isEmpty == true { return try change() }
    var sum = sealed
    if let pages, sum != nil {
      try sum?.remove(pages, of: ByteRegion(mapping: registryPath))
    } else {
      sum = nil
    }
    try FileSystem.removeFile(path)
    try change()
    let file = try ByteRegion(mapping: registryPath)
    if let pages, var sum, file.count >= sum.byteCount {
      sum.add(pages, of: file)
      try set(sum)
    } else {
      try set(PageSum(of: file))
    }
  }

  private func set(_ sum: PageSum) throws(StorageError) {
    try FileSystem.replaceFile(at: path, with: Array(sum.sealText.utf8))
  }

  private func text() throws(StorageError) -> String? {
    guard FileSystem.exists(path) else { return nil }
    do throws(StorageError) {
      let seal = try ByteRegion(mapping: path)
      return seal.string(in: 0..<seal.count)
    } catch {
      // Removed between the two calls.
      guard FileSystem.exists(path) else { return nil }
      throw error
    }
  }

  // MARK: The first kind of seal, over the whole file at once

  private static let wholeFilePrefix = "moim registry seal 1: "

  private static func wholeFileText(of file: ByteRegion) -> String {
    "\(wholeFilePrefix)\(file.count) bytes, XXH64 \(String(file.checksum, radix: 16))\n"
  }
}
