import IndexStorage

extension LengthNorms {
  /// Of the lengths that norms are made of: u32 for each document of the segment; `nil` where all are zero. Valid as long
  /// as the segment.
  public var lengthsAddress: UnsafeRawPointer? { unsafe lengths?.unsafeBytes.baseAddress }
}
