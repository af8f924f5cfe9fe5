import IndexStorage

/// The links of every document, in compressed sparse rows.
///
///     key count u32, key offsets u32 (count + 1), row starts u32 (documents + 1), key ordinals u32, roles u8, key bytes
///
/// Nothing at all where no document has a link.
struct LinkColumn: Sendable {
  let keys: StringTable
  private let starts: ByteRegion
  private let targets: ByteRegion
  private let roles: ByteRegion

  init(_ region: ByteRegion, documentCount: Int) throws(ByteReader.Malformed) {
    guard region.count > 0 else {
      keys = StringTable(emptyAt: region)
      (starts, targets, roles) = (region, region, region)
      return
    }
    guard region.count >= 8 else { throw ByteReader.Malformed(offset: region.count) }
    let keyCount = Int(region.uint32(at: 0))
    let startsOffset = 4 + (keyCount + 1) * 4
    let targetsOffset = startsOffset + (documentCount + 1) * 4
    guard targetsOffset <= region.count else { throw ByteReader.Malformed(offset: region.count) }
    starts = region[startsOffset..<targetsOffset]
    let linkCount = Int(starts.uint32(at: documentCount * 4))
    let rolesOffset = targetsOffset + linkCount * 4
    guard rolesOffset + linkCount <= region.count else { throw ByteReader.Malformed(offset: region.count) }
    targets = region[targetsOffset..<rolesOffset]
    roles = region[rolesOffset..<rolesOffset + linkCount]
    guard
      let keys = StringTable(
        offsets: region[4..<startsOffset], contents: region[rolesOffset + linkCount..<region.count], count: keyCount)
    else { throw ByteReader.Malformed(offset: region.count) }
    self.keys = keys
  }

  func forEach(of document: Int, _ body: (_ key: Int, _ role: UInt8) -> Void) {
    guard starts.count > 0 else { return }
    let end = Int(starts.uint32(at: document * 4 + 4))
    for link in Int(starts.uint32(at: document * 4))..<end {
      body(Int(targets.uint32(at: link * 4)), roles.uint8(at: link))
    }
  }
}
