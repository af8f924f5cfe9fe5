/// Tells a packing bomb from data that packs well.
struct ExpansionRule {
  private let limits: IngestLimits

  init(_ limits: IngestLimits) { self.limits = limits }

  /// Whether so many bytes out of so few are too many.
  func refuses(byteCount: Int64, packedByteCount: Int64) -> Bool {
    guard byteCount > limits.expansionFreeByteCount else { return false }
    let (allowed, overflow) = max(0, packedByteCount).multipliedReportingOverflow(by: Int64(limits.expansionFactor))
    return !overflow && byteCount > allowed
  }
}
