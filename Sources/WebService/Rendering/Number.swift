import Foundation

/// Numbers as pages show them, the same in both languages.
enum Number {
  /// With so many places after a point.
  static func decimal(_ value: Double, places: Int) -> String { String(format: "%.\(places)f", value) }

  /// A share of 1 as a percentage without places.
  static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
}
