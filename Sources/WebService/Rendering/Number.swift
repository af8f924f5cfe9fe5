import Foundation

/// Numbers as pages show them, the same in both languages.
enum Number {
  /// With so many places after a point.
  static func decimal(_ value: Double, places: Int) -> String { String(format: "%.\(places)f", value) }

  /// A share of 1 as a percentage without places.
  static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }

  /// 12,345.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }
}
