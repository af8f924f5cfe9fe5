import ResearchFields

/// A row of the landscape: a field of research, or what no field could be told for.
public struct LandscapeField: Hashable, Sendable, Comparable {
  /// The field's id; `nil` where none could be told.
  public let id: String?
  public let name: Bilingual
  private let place: Int

  init(_ id: String?, in list: FieldList) {
    if let id, let place = list.fields.firstIndex(where: { $0.id == id }) {
      self.id = id
      self.place = place
      name = Bilingual(list.fields[place].korean, list.fields[place].english)
    } else {
      self.id = nil
      place = list.fields.count
      name = Bilingual("분야 미상", "Field unknown")
    }
  }

  /// In the order of the list; unknown last.
  public static func < (left: Self, right: Self) -> Bool { left.place < right.place }
}
