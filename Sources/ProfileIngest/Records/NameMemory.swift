package import ResearchProfiles

/// What was told of the names that came last: exports name the same bodies again and again, and telling a kind from a name
/// costs more than reading it.
///
/// A table of as many places as there are names in use at a time; a name takes the place of another one that falls on it.
package final class NameMemory {
  private struct Entry {
    var name: String
    var kind: OrganizationKind?
    var couldBePerson: Bool?
    var hasKind = false
  }

  private static let placeCount = 1024
  private var entries: [Entry?] = []

  package init() {}

  /// As ``OrganizationKindGuess/kind(names:)`` of this one name.
  package func kind(_ name: String) -> OrganizationKind? {
    let place = place(of: name)
    if let entry = entries[place], entry.hasKind { return entry.kind }
    let kind = OrganizationKindGuess.kind(names: [name])
    entries[place]?.kind = kind
    entries[place]?.hasKind = true
    return kind
  }

  /// As ``PersonName/couldBePerson(_:)``.
  package func couldBePerson(_ name: String) -> Bool {
    let place = place(of: name)
    if let known = entries[place]?.couldBePerson { return known }
    let answer = PersonName.couldBePerson(name)
    entries[place]?.couldBePerson = answer
    return answer
  }

  /// The place of a name, which holds an entry for it afterwards. Names are compared byte for byte.
  private func place(of name: String) -> Int {
    if entries.isEmpty { entries = Array(repeating: nil, count: Self.placeCount) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let place = Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(Self.placeCount - 1))
    let isKnown = entries[place].map { $0.name.utf8.elementsEqual(name.utf8) } ?? false
    if !isKnown { entries[place] = Entry(name: name) }
    return place
  }
}
