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

  /// The frequency that a code stands for where no other one comes into question, or 0 where it takes a closer look:
  /// ``frequency(ofCode:norm:)`` and the exceptions of a list.
  ///
  /// Neighbouring frequencies have different codes as long as their impacts differ by more than 1 / 240, and what
  /// rounding moves (less than 50 in a million parts of a frequency, for norms and codes that are let through here) is
  /// far from the next whole number but for few codes.
  @inlinable @inline(__always)
  public static func plainFrequency(ofCode code: UInt8, norm: Float) -> UInt32 {
    let largest = Float(largestCode)
    let below = Float(code) - 1
    let solved = below * norm / (largest - below)
    guard norm >= 0.25, solved >= 0, solved < 256 else { return 0 }
    let whole = Int32(solved)
    let (fraction, slack) = (solved - Float(whole), 0.000_2 * (solved + 1))
    let frequency = Float(whole) + 1
    guard fraction > slack, fraction < 1 - slack,
      largest * norm > 1.001 * (frequency + norm) * (frequency + 1 + norm)
    else { return 0 }
    return UInt32(truncatingIfNeeded: whole) &+ 1
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
    /// Whether the frequency's own code is at least this one.
    func reaches(_ frequency: UInt32) -> Bool {
      code <= 1 || value(frequency: frequency, norm: norm) * Float(largestCode) > below
    }
    while frequency > 1, reaches(frequency - 1) { frequency -= 1 }
    while frequency < 1 << 30, !reaches(frequency) { frequency += 1 }
    return frequency
  }
}
