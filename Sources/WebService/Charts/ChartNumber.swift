/// Numbers as they stand in charts.
enum ChartNumber {
  /// Thousands apart by commas, at most one decimal; the same in Korean and in English.
  static func text(_ number: Double) -> String {
    guard number.isFinite else { return ChartTable.missing }
    let tenths = (abs(number) * 10).rounded()
    guard tenths < 1e15 else { return "\(number)" }
    let whole = Int64(tenths) / 10
    let digits = Array(String(whole))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    let tenth = Int64(tenths) % 10
    if tenth != 0 { text += ".\(tenth)" }
    return number < 0 && tenths > 0 ? "−" + text : text
  }

  /// A coordinate with at most one decimal.
  static func coordinate(_ number: Double) -> String {
    let tenths = Int64((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// The least of 1, 2, 2.5, 5 times a power of ten that is not below the number: a step for an axis.
  static func niceStep(atLeast number: Double) -> Double {
    var power = 1.0
    while power * 10 <= number { power *= 10 }
    while power > number, power > 0.1 { power /= 10 }
    return [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= number } ?? power * 10
  }
}
