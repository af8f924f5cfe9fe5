/// What one posting adds to its document's score, in whole units. Every processor computes exactly this.
enum Contribution {
  @inline(__always)
  static func units(weight: Float, frequency: UInt32, norm: Float) -> Int32 {
    let frequency = Float(frequency)
    return Int32(weight * (frequency / (frequency + norm)))
  }
}
