package import ResearchProfiles

/// What was told of the names that came last: exports name the same bodies again and again, and telling a kind from a name
/// costs more than reading it.
///
/// A table of as many places as there are names in use at a time; a name takes the place of another one that falls on it.
///
/// Invariants: `entries` points to `placeCount` entries from the first name to `deinit`, and to nothing before; places are less
/// than `placeCount`. One thread at a time.
@safe package final class NameMemory {
  private struct Entry {
    var name: String
    var kind: OrganizationKind?
    var couldBePerson: Bool?
    var hasKind = false
    var id: OrganizationID?
  }

  private static let placeCount = 1024
  private var entries: UnsafeMutablePointer<Entry>?
  /// The place of the name that was looked for last: it is asked about several times.
  private var last = 0

  package init() {}

  deinit {
    unsafe entries?.deinitialize(count: Self.placeCount)
    unsafe entries?.deallocate()
  }

  /// As ``OrganizationKindGuess/kind(names:)`` of this one name.
  package func kind(_ name: String) -> OrganizationKind? {
    let entry = unsafe entry(of: name)
    if unsafe entry.pointee.hasKind { return unsafe entry.pointee.kind }
    let kind = OrganizationKindGuess.kind(names: [name])
    unsafe entry.pointee.kind = kind
    unsafe entry.pointee.hasKind = true
    return kind
  }

  /// As ``PersonName/couldBePerson(_:)``.
  package func couldBePerson(_ name: String) -> Bool {
    let entry = unsafe entry(of: name)
    if let known = unsafe entry.pointee.couldBePerson { return known }
    let answer = PersonName.couldBePerson(name)
    unsafe entry.pointee.couldBePerson = answer
    return answer
  }

  /// As ``NamedOrganization/id(_:)``.
  func id(_ name: String) -> OrganizationID {
    let entry = unsafe entry(of: name)
    if let known = unsafe entry.pointee.id { return known }
    let id = NamedOrganization.id(name)
    unsafe entry.pointee.id = id
    return id
  }

  /// The text of bytes that are UTF-8, the same one where it is known.
  @unsafe func text(_ name: UnsafeBufferPointer<UInt8>) -> String {
    let entry = unsafe slot(of: name)
    if unsafe entry.pointee.name.hasBytes(name) { return unsafe entry.pointee.name }
    let text = unsafe String.trusted(name, TextTraits(name))
    unsafe entry.pointee = Entry(name: text)
    return text
  }

  /// The entry of a name, which is one for it afterwards. Names are compared byte for byte.
  private func entry(of name: String) -> UnsafeMutablePointer<Entry> {
    if let known = unsafe entries.map({ unsafe $0 + last }), unsafe known.pointee.name.hasBytes(of: name) {
      return unsafe known
    }
    var copy = name
    let entry = copy.withUTF8 { unsafe slot(of: $0) }
    if unsafe !entry.pointee.name.hasBytes(of: name) { unsafe entry.pointee = Entry(name: name) }
    return unsafe entry
  }

  private func slot(of name: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<Entry> {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<name.count { hash = unsafe (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
    last = Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(Self.placeCount - 1))
    if let entries = unsafe entries { return unsafe entries + last }
    let made = UnsafeMutablePointer<Entry>.allocate(capacity: Self.placeCount)
    unsafe made.initialize(repeating: Entry(name: ""), count: Self.placeCount)
    unsafe entries = unsafe made
    return unsafe made + last
  }
}
