import CLibZip

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A .zip archive, read in place.
///
/// Invariants: `handle` is open from the end of `init` to `deinit`; an entry that is being read keeps its archive alive.
/// One thread at a time.
@safe final class ZipArchive {
  private let handle: OpaquePointer

  init(path: String) throws(ByteSourceFailure) {
    var code: Int32 = 0
    guard let opened = unsafe zip_open(path, ZIP_RDONLY, &code) else {
      throw Self.failure(code)
    }
    unsafe handle = unsafe opened
  }

  /// An archive that is in memory.
  ///
  /// libzip reads from a copy of the bytes, which its source owns and frees; the source belongs to the archive as soon as
  /// that is open.
  init(content: [UInt8]) throws(ByteSourceFailure) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let copy = unsafe malloc(max(1, content.count)) else {
      throw ByteSourceFailure(reason: "there is not enough memory for it", remedy: "close other programs")
    }
    unsafe content.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { unsafe copy.copyMemory(from: start, byteCount: bytes.count) }
    }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(content.count), 1, &error) else {
      unsafe free(copy)
      throw Self.failure(unsafe error.zip_err)
    }
    guard let opened = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      throw Self.failure(unsafe error.zip_err)
    }
    unsafe handle = unsafe opened
  }

  deinit { unsafe zip_discard(handle) }

  var entryCount: Int { unsafe Int(zip_get_num_entries(handle, 0)) }

  /// Names by which a package is recognised.
  var firstEntryNames: [String] { (0..<min(entryCount, ContentSample.entryNameLimit)).map { name(at: $0) } }

  /// What the archive's directory says about an entry; nothing of it is proven before the entry is read.
  func entry(at index: Int) -> ZipEntry {
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    _ = unsafe zip_stat_index(handle, UInt64(index), zip_flags_t(ZIP_FL_ENC_RAW), &status)
    var entry = ZipEntry(index: index)
    if unsafe status.valid & UInt64(ZIP_STAT_SIZE) != 0 { entry.byteCount = unsafe Int64(clamping: status.size) }
    if unsafe status.valid & UInt64(ZIP_STAT_COMP_SIZE) != 0 {
      entry.packedByteCount = unsafe Int64(clamping: status.comp_size)
    }
    entry.isEncrypted = unsafe status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != 0
    entry.isMethodKnown = unsafe zip_compression_method_supported(Int32(status.comp_method), 0) != 0
    entry.method = unsafe Int(status.comp_method)
    entry.name = name(at: index)
    return entry
  }

  /// The entry's name: UTF-8 as it is, anything else as libzip guesses it (code page 437).
  private func name(at index: Int) -> String {
    if let raw = unsafe zip_get_name(handle, UInt64(index), zip_flags_t(ZIP_FL_ENC_RAW)),
      let name = unsafe String(validatingCString: raw)
    {
      return name
    }
    return unsafe zip_get_name(handle, UInt64(index), 0).map { unsafe String(cString: $0) } ?? ""
  }

  func open(_ entry: ZipEntry, limits: IngestLimits) throws(ByteSourceFailure) -> ZipEntryBytes {
    guard let file = unsafe zip_fopen_index(handle, UInt64(entry.index), 0) else {
      let message = unsafe String(cString: zip_strerror(handle))
      throw ByteSourceFailure(
        reason: "the entry cannot be unpacked: \(message)", remedy: "test the archive with 'unzip -t' and make it again"
      )
    }
    return unsafe ZipEntryBytes(file: file, archive: self, entry: entry, limits: limits)
  }

  private static func failure(_ code: Int32) -> ByteSourceFailure {
    ByteSourceFailure(
      reason: "the archive cannot be read: \(message(code))",
      remedy: "test it with 'unzip -t', or copy or download it again: it may be cut off")
  }

  private static func message(_ code: Int32) -> String {
    var error = unsafe zip_error_t()
    unsafe zip_error_init_with_code(&error, code)
    defer { unsafe zip_error_fini(&error) }
    return unsafe String(cString: zip_error_strerror(&error))
  }
}
