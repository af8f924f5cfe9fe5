/// Whether something holds, as far as is known.
enum Tristate: UInt8, Comparable, Sendable {
  case no = 0
  case unknown = 1
  case yes = 2

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  /// Unknown where there is no value.
  init(_ isTrue: Bool?) { self = isTrue.map { $0 ? .yes : .no } ?? .unknown }

  /// Both hold.
  func and(_ other: Self) -> Self { min(self, other) }
}
