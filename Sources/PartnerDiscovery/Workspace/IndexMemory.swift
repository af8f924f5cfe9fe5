/// How much memory deriving an index may take beside the columns that it writes.
public enum IndexMemory {
  /// More is hardly faster.
  public static let usualByteCount = 512 << 20
  /// Less would give segments of a few documents.
  public static let smallestByteCount = 16 << 20
}
