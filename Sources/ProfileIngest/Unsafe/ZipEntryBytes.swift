import CLibZip

/// The unpacked bytes of one entry of an archive. Ends with a failure where they are more than the limits allow, not as
/// many as declared, or do not match their checksum.
///
/// Invariant: `file` is open from `init` to `deinit` and belongs to `archive`, which is kept alive.
@safe final class ZipEntryBytes: ByteSource {
  private let file: OpaquePointer
  private let archive: ZipArchive
  private let entry: ZipEntry
  private let limits: IngestLimits
  private var byteCount: Int64 = 0

  init(file: OpaquePointer, archive: ZipArchive, entry: ZipEntry, limits: IngestLimits) {
    unsafe self.file = unsafe file
    self.archive = archive
    self.entry = entry
    self.limits = limits
  }

  deinit { unsafe zip_fclose(file) }

  func read(into buffer: inout [UInt8]) throws(ByteSourceFailure) -> Int {
    let result = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe zip_fread(file, bytes.baseAddress!, UInt64(bytes.count))
    }
    guard result >= 0 else {
      let message = unsafe String(cString: zip_file_strerror(file))
      throw ByteSourceFailure(
        reason: "the entry is damaged: \(message)", remedy: "test the archive with 'unzip -t' and make it again")
    }
    byteCount += Int64(result)
    if let declared = entry.byteCount, byteCount > declared || result == 0 && byteCount < declared {
      throw ByteSourceFailure(
        reason: byteCount < declared
          ? "the entry unpacks to fewer than the \(declared) bytes it declares"
          : "the entry unpacks to more than the \(declared) bytes it declares",
        remedy: "make the archive again")
    }
    if ExpansionRule(limits).refuses(byteCount: byteCount, packedByteCount: entry.packedByteCount ?? 0) {
      throw ByteSourceFailure(
        reason: "the entry unpacks to more than \(limits.expansionFactor) times its packed size",
        remedy: "if this is no attack, unpack the archive and import the files")
    }
    return Int(result)
  }
}
