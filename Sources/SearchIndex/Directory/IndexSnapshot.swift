/// One published generation of an index: immutable, shared freely, alive as long as somebody holds it.
public struct IndexSnapshot: Sendable {
  public let generation: UInt64
  /// How much of its source the index has seen.
  public let sequence: UInt64
  public let collections: [CollectionSnapshot]

  public func collection(_ name: String) -> CollectionSnapshot? { collections.first { $0.name == name } }
}
