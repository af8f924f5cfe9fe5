/// An entry of a .zip archive as the archive's directory declares it.
struct ZipEntry: Sendable {
  var index: Int
  var name = ""
  var byteCount: Int64?
  var packedByteCount: Int64?
  var isEncrypted = false
  var method = 0
  var isMethodKnown = true

  init(index: Int) { self.index = index }

  /// Folders and hidden files: nothing to read, nothing to report.
  var isIgnored: Bool {
    if name.hasSuffix("/") { return true }
    return name.utf8.split(separator: 0x2F).contains { part in
      // `.` and `..` are no hidden files but steps out of the archive: refused aloud.
      part.first == 0x2E && !part.elementsEqual([0x2E]) && !part.elementsEqual([0x2E, 0x2E])
        || part.elementsEqual("__MACOSX".utf8)
    }
  }

  /// Why the entry is refused unread, or `nil`.
  func refusal(limits: IngestLimits) -> ByteSourceFailure? {
    if hasUnsafeName {
      return ByteSourceFailure(
        reason: "the entry's name leads out of the archive", remedy: "make the archive again with plain relative names")
    }
    if isEncrypted {
      return ByteSourceFailure(reason: "the entry is encrypted", remedy: "make the archive again without a password")
    }
    if !isMethodKnown {
      return ByteSourceFailure(
        reason: "the entry is packed by method \(method), which is unknown here",
        remedy: "make the archive again with the usual method (deflate)")
    }
    if ExpansionRule(limits).refuses(byteCount: byteCount ?? 0, packedByteCount: packedByteCount ?? 0) {
      return ByteSourceFailure(
        reason: "the entry declares to unpack to more than \(limits.expansionFactor) times its packed size",
        remedy: "if this is no attack, unpack the archive and import the files")
    }
    return nil
  }

  /// Absolute names, `..`, backslashes and drive letters. Nothing is ever written under these names; but whoever makes such
  /// an archive means harm or has a broken tool.
  private var hasUnsafeName: Bool {
    let bytes = Array(name.utf8)
    if bytes.isEmpty || bytes[0] == 0x2F || bytes.contains(0x5C) || bytes.contains(where: { $0 < 0x20 }) { return true }
    if bytes.count > 1, bytes[1] == 0x3A { return true }
    return bytes.split(separator: 0x2F).contains { $0.elementsEqual([0x2E, 0x2E]) || $0.elementsEqual([0x2E]) }
  }
}
