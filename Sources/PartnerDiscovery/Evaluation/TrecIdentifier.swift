/// A query's or document's id in a TREC file, compared byte for byte.
public struct TrecIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  let utf8: [UInt8]

  public init(_ text: String) { utf8 = Array(text.utf8) }

  init(_ bytes: ArraySlice<UInt8>) { utf8 = Array(bytes) }

  public var description: String { String(decoding: utf8, as: UTF8.self) }

  public static func < (left: Self, right: Self) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
