/// One file or entry of an archive that is being read.
final class IngestContent {
  let sample: ContentSample
  let options: IngestOptions
  /// The bytes, from the first on; a part of them may be looked at already.
  let chunks: ByteChunks
  /// The package that the content is, where it is one.
  let package: ZipArchive?
  /// Opens a file beside this one.
  private let openSibling: SiblingOpener

  /// Opens the file of a name in the same folder, or in the same folder of the archive; `nil` where there is none.
  typealias SiblingOpener = (String) throws(ByteSourceFailure) -> (any ByteSource)?

  init(
    sample: ContentSample, options: IngestOptions, chunks: ByteChunks, package: ZipArchive? = nil,
    openSibling: @escaping SiblingOpener = { _ throws(ByteSourceFailure) in nil }
  ) {
    self.sample = sample
    self.options = options
    self.chunks = chunks
    self.package = package
    self.openSibling = openSibling
  }

  /// The file of a name beside this one: for tables that belong together. `nil` where there is none.
  func sibling(named name: String) throws(ByteSourceFailure) -> (any ByteSource)? { try openSibling(name) }

  /// The bytes that are left.
  ///
  /// - Throws: where they are more than `limit`, or cannot be read.
  func allBytes(limit: Int) throws(ByteSourceFailure) -> [UInt8] { try chunks.allBytes(limit: limit) }
}

extension ByteChunks {
  /// The bytes that are left.
  ///
  /// - Throws: where they are more than `limit`, or cannot be read.
  func allBytes(limit: Int) throws(ByteSourceFailure) -> [UInt8] {
    var content: [UInt8] = []
    while try next() {
      guard content.count + count <= limit else {
        throw ByteSourceFailure(
          reason: "it is larger than the \(limit) bytes up to which files of its kind are read",
          remedy: "divide it into several files")
      }
      content += bytes[0..<count]
    }
    return content
  }
}
