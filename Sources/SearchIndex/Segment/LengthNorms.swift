public import IndexStorage

/// What frequencies in the documents of a segment are weighed against, under a given average length.
public struct LengthNorms: Sendable {
  /// u32 for each document; `nil` where all are zero.
  @usableFromInline let lengths: ByteRegion?
  /// What lengths are divided by.
  public let average: Float
  public let saturation: IndexSchema.Saturation

  @inlinable @inline(__always)
  public subscript(document: Int) -> Float {
    Impact.norm(length: lengths?.uint32(at: document * 4) ?? 0, average: average, saturation: saturation)
  }
}
