/// A part of a list, and how long the whole list is.
public struct Paged<Item: Hashable & Sendable>: Hashable, Sendable {
  public var items: [Item]
  public var total: Int

  public init(items: [Item], total: Int) {
    self.items = items
    self.total = total
  }
}

extension Paged: Codable where Item: Codable {}
