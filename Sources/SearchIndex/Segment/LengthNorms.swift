public import IndexStorage

/// What frequencies in the documents of a segment are weighed against, under a given average length.
public struct LengthNorms: Sendable {
  @usableFromInline let lengths: ByteRegion?
  @usableFromInline let average: Float
  @usableFromInline let saturation: IndexSchema.Saturation

  /// - Parameter lengths: u32 for each document; `nil` where all are zero.
  init(lengths: ByteRegion?, average: Float, saturation: IndexSchema.Saturation) {
    self.lengths = lengths
    self.average = average
    self.saturation = saturation
  }

  @inlinable
  public subscript(document: Int) -> Float {
    Impact.norm(length: lengths?.uint32(at: document * 4) ?? 0, average: average, saturation: saturation)
  }
}
