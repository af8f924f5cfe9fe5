/// The arithmetic of BM25F's saturation, written once for the index (impact codes) and for scoring (exact values).
///
///     impact = tf' / (tf' + norm)        norm = k1 (1 - b + b · len' / average)
///
/// Every step is a single IEEE operation on `Float`, so that the same inputs give the same bits everywhere.
public enum Impact {
  /// Σ len' / documents, at least a tiny positive number so that an empty stream divides nothing by zero.
  public static func averageLength(total: UInt64, documentCount: Int) -> Float {
    documentCount == 0 || total == 0 ? 1 : Float(Double(total) / Double(documentCount))
  }

  /// k1 (1 - b + b · length / average): what a frequency is weighed against.
  @inlinable
  public static func norm(length: UInt32, average: Float, saturation: IndexSchema.Saturation) -> Float {
    saturation.k1 * ((1 - saturation.b) + saturation.b * (Float(length) / average))
  }

  /// In 0..<1.
  @inlinable
  public static func value(frequency: UInt32, norm: Float) -> Float {
    let frequency = Float(frequency)
    return frequency / (frequency + norm)
  }

  /// Codes of impacts are 1...240, so that all but one of 16 levels of 16 codes have a name of four bits.
  public static let largestCode = 240

  /// An impact in eight bits, rounded up: code / 240 is at least the impact, (code - 1) / 240 at most. Never 0, which
  /// means that the document does not hold the term.
  @inlinable
  public static func code(frequency: UInt32, norm: Float) -> UInt8 {
    let largest = Float(largestCode)
    return UInt8(max(1, min(largest, (value(frequency: frequency, norm: norm) * largest).rounded(.up))))
  }

  /// The smallest frequency that has a code: the code's own one in all but long repetitions, so that codes need no
  /// frequencies beside them. The encoder keeps the others apart as exceptions.
  ///
  /// - Parameter code: larger ones than ``largestCode``, which only damage can make, count as that.
  public static func frequency(ofCode code: UInt8, norm: Float) -> UInt32 {
    let code = min(code, UInt8(largestCode))
    // Solved for tf', the impact (code - 1) / 240 gives a frequency that is not enough; rounding may be off by one.
    let below = Float(code) - 1
    var frequency = UInt32(min(1e9, max(0, below * norm / (Float(largestCode) - below)))) + 1
    while frequency > 1, Self.code(frequency: frequency - 1, norm: norm) >= code { frequency -= 1 }
    while frequency < 1 << 30, Self.code(frequency: frequency, norm: norm) < code { frequency += 1 }
    return frequency
  }
}
