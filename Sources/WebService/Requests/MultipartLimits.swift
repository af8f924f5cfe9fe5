/// How much a `multipart/form-data` body may be.
struct MultipartLimits: Hashable, Sendable {
  /// Of the whole body, boundaries and headers with it.
  var totalByteCount = 64 << 20
  var partCount = 64
  /// Of all headers of a part; also of what stands before the first boundary.
  var headerByteCount = 8 << 10
  /// Of a part that is no file.
  var fieldByteCount = 64 << 10
}
