import CZstd

/// Makes byte strings smaller, each by itself, so that any of them can be read without the others (zstd, RFC 8878).
///
///     nothing for no bytes; else  how many bytes u32 │ a zstd frame of them, or 0 u32 │ the bytes as they are
///
/// The same bytes give the same result whatever was compressed before. Not safe to share between threads.
///
/// Invariant: `context` lives as long as this. Where there was no memory for one, bytes stay as they are.
@safe
public final class Compressor {
  private static let level: Int32 = 3
  /// What is shorter hardly becomes smaller.
  private static let leastByteCount = 64
  /// What is longer stays as it is: whoever reads damaged bytes must not ask for any amount of memory.
  static let largestByteCount = 1 << 28
  private let context = unsafe ZSTD_createCCtx()

  public init() {}

  deinit { _ = unsafe ZSTD_freeCCtx(context) }

  /// - Complexity: linear, some hundred megabytes a second.
  public func compress(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return [] }
    var result = ByteWriter()
    if let context = unsafe context, bytes.count >= Self.leastByteCount, bytes.count <= Self.largestByteCount {
      let frame = unsafe [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { room, count in
        let written = unsafe bytes.withUnsafeBytes {
          unsafe ZSTD_compressCCtx(context, room.baseAddress, room.count, $0.baseAddress, $0.count, Self.level)
        }
        count = ZSTD_isError(written) == 0 ? written : 0
      }
      if !frame.isEmpty, frame.count < bytes.count {
        result.append(UInt32(bytes.count))
        result.append(contentsOf: frame)
        return result.bytes
      }
    }
    result.append(UInt32(0))
    result.append(contentsOf: bytes)
    return result.bytes
  }
}

extension ByteRegion {
  /// What a ``Compressor`` has made these bytes of; `nil` where they are damaged.
  ///
  /// - Complexity: linear in the result, about a gigabyte a second.
  public func decompressed() -> ByteRegion? {
    guard count > 0 else { return self }
    guard count >= 4 else { return nil }
    let length = Int(uint32(at: 0))
    let frame = self[4..<count]
    if length == 0 { return frame }
    guard length <= Compressor.largestByteCount else { return nil }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: length) { room, initializedCount in
      let written = unsafe frame.withUnsafeBytes {
        unsafe ZSTD_decompress(room.baseAddress, length, $0.baseAddress, $0.count)
      }
      initializedCount = ZSTD_isError(written) == 0 ? written : 0
    }
    return bytes.count == length ? ByteRegion(bytes: bytes) : nil
  }
}
