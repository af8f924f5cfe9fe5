import ResearchProfiles

/// The id of a body of which a source gives nothing but a name.
///
/// The same name is the same id, so that what several records say of it comes together; which names mean the same body is
/// for entity resolution to find.
enum NamedOrganization {
  static func id(_ name: String) -> OrganizationID {
    if name.utf8.count + 5 <= RecordIdentifier.byteLimit { return OrganizationID("name:" + name) }
    var bytes = Array("name:".utf8)
    bytes += name.utf8
    if bytes.count > RecordIdentifier.byteLimit {
      bytes = Array(bytes.prefix(RecordIdentifier.byteLimit))
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    }
    return OrganizationID(String(decoding: bytes, as: UTF8.self))
  }
}
