/// The arithmetic of BM25F's saturation, written once for the index (bounds) and for scoring (exact values).
///
/// Every step is a single IEEE operation on `Float`, so that the same inputs give the same bits everywhere.
public enum ImpactBound {
  /// Σ len' / documents, at least a tiny positive number so that an empty stream divides nothing by zero.
  public static func averageLength(total: UInt64, documentCount: Int) -> Float {
    documentCount == 0 || total == 0 ? 1 : Float(Double(total) / Double(documentCount))
  }

  /// k1 (1 - b + b · length / average): what a frequency is weighed against.
  @inlinable
  public static func norm(length: UInt32, average: Float, saturation: IndexSchema.Saturation) -> Float {
    saturation.k1 * ((1 - saturation.b) + saturation.b * (Float(length) / average))
  }

  /// tf' / (tf' + norm), in 0..<1.
  @inlinable
  public static func impact(frequency: UInt32, norm: Float) -> Float {
    let frequency = Float(frequency)
    return frequency / (frequency + norm)
  }

  static func quantizedUp(_ impact: Float) -> UInt16 {
    UInt16(min(65_535, (impact * 65_535).rounded(.up) + 1))
  }

  /// At least the impact that was quantised.
  static func dequantized(_ bound: UInt16) -> Float { Float(bound) / 65_535 }
}
