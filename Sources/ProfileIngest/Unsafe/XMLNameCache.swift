/// The numbers that tables give to names, by the address at which libxml2 has a name: the same name has the same address in one
/// document, for names of elements and attributes stand in the parser's dictionary, whose strings never move (libxml2, `dict.c`).
///
/// A name takes the place of another one that falls on it.
///
/// Invariants: it is asked about one document only, with names of the running SAX2 call; the tables outlive it. `entries` points
/// to `placeCount` entries.
@safe struct XMLNameCache: ~Copyable {
  private struct Entry {
    var name: UInt = 0
    var table: UInt = 0
    /// -1 for a name that the table does not have.
    var number: Int32 = -1
  }

  private static let placeCount = 512
  private let entries: UnsafeMutablePointer<Entry>

  init() {
    unsafe entries = UnsafeMutablePointer.allocate(capacity: Self.placeCount)
    unsafe entries.initialize(repeating: Entry(), count: Self.placeCount)
  }

  deinit { unsafe entries.deallocate() }

  /// As ``XMLNameTable/find(_:)``; -1 where there is no such name.
  @inline(__always) func number(of name: UnsafePointer<UInt8>, in table: XMLNameTable) -> Int {
    let nameAddress = UInt(bitPattern: name)
    let tableAddress = UInt(bitPattern: ObjectIdentifier(table))
    let place = Int((nameAddress >> 1 ^ nameAddress >> 10 ^ tableAddress >> 5) & UInt(Self.placeCount - 1))
    let entry = unsafe entries[place]
    if entry.name == nameAddress, entry.table == tableAddress { return Int(entry.number) }
    let number = unsafe table.find(name) ?? -1
    unsafe entries[place] = Entry(name: nameAddress, table: tableAddress, number: Int32(number))
    return number
  }
}
