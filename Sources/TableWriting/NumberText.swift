enum NumberText {
  /// Without a point where the number is whole; empty for what is no number.
  static func text(_ number: Double) -> String {
    if !number.isFinite { return "" }
    if let whole = Int64(exactly: number), abs(number) < 1e15 { return String(whole) }
    return "\(number)"
  }
}
