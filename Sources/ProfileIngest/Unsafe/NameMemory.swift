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
    var id: OrganizationID?
  }

  private static let placeCount = 1024
  /// Empty until the first name comes.
  private var entries: [Entry] = []

  package init() {}

  /// As ``OrganizationKindGuess/kind(names:)`` of this one name.
  package func kind(_ name: String) -> OrganizationKind? {
    let place = place(of: name)
    if entries[place].hasKind { return entries[place].kind }
    let kind = OrganizationKindGuess.kind(names: [name])
    entries[place].kind = kind
    entries[place].hasKind = true
    return kind
  }

  /// As ``PersonName/couldBePerson(_:)``.
  package func couldBePerson(_ name: String) -> Bool {
    let place = place(of: name)
    if let known = entries[place].couldBePerson { return known }
    let answer = PersonName.couldBePerson(name)
    entries[place].couldBePerson = answer
    return answer
  }

  /// As ``NamedOrganization/id(_:)``.
  func id(_ name: String) -> OrganizationID {
    let place = place(of: name)
    if let known = entries[place].id { return known }
    let id = NamedOrganization.id(name)
    entries[place].id = id
    return id
  }

  /// The text of bytes that are UTF-8, the same one where it is known.
  @unsafe func text(_ name: UnsafeBufferPointer<UInt8>) -> String {
    let place = unsafe slot(of: name)
    if unsafe entries[place].name.hasBytes(name) { return entries[place].name }
    let text = unsafe String.trusted(name, TextTraits(name))
    entries[place] = Entry(name: text)
    return text
  }

  /// The place of a name, which holds an entry for it afterwards. Names are compared byte for byte.
  private func place(of name: String) -> Int {
    var copy = name
    let place = copy.withUTF8 { unsafe slot(of: $0) }
    if !entries[place].name.hasBytes(of: name) { entries[place] = Entry(name: name) }
    return place
  }

  private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    if entries.isEmpty { entries = Array(repeating: Entry(name: ""), count: Self.placeCount) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<name.count { hash = unsafe (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(Self.placeCount - 1))
  }
}
