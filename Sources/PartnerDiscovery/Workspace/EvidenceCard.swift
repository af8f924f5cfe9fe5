import IndexStorage
import ResearchProfiles

/// What the index stores of a piece of evidence, for showing it: everything but its organisations, which are links.
struct EvidenceCard: Equatable, Sendable {
  var kind: EvidenceKind
  var title: LocalizedText
  var text: LocalizedText
  var keywords: [String]
  /// The surest first; empty too where an older index holds the evidence.
  var fields: [Field]

  /// A field of research that the evidence is of.
  struct Field: Hashable, Sendable {
    var id: String
    /// How sure that is, 0...100.
    var percent: UInt8
    /// Whether the source's codes say so, not the text.
    var isFromCodes: Bool
  }

  init(kind: EvidenceKind, title: LocalizedText, text: LocalizedText, keywords: [String], fields: [Field] = []) {
    self.kind = kind
    self.title = title
    self.text = text
    self.keywords = keywords
    self.fields = fields
  }

  /// Kind, title, text and keywords, each string with its length; then the fields, where earlier builds ended.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(kind.rawValue)
    for localized in [title, text] { writer.append(localized) }
    writer.append(keywords)
    writer.appendVarint(fields.count)
    for field in fields {
      writer.append(field.id)
      writer.append(field.percent)
      writer.append(UInt8(field.isFromCodes ? 1 : 0))
    }
    return writer.bytes
  }

  init(_ region: ByteRegion) throws(ByteReader.Malformed) {
    var reader = ByteReader(region)
    kind = EvidenceKind(rawValue: try reader.readString()) ?? .statement
    title = try reader.readLocalizedText()
    text = try reader.readLocalizedText()
    keywords = try reader.readStrings()
    fields = []
    guard reader.remainingByteCount > 0 else { return }
    for _ in 0..<(try reader.readCount()) {
      fields.append(
        Field(id: try reader.readString(), percent: try reader.readUInt8(), isFromCodes: try reader.readUInt8() == 1))
    }
  }
}

/// What the index stores of an organisation: its profile without summary and keywords.
struct OrganizationCard: Equatable, Sendable {
  var kind: OrganizationKind?
  var names: LocalizedText
  var aliases: [String]
  var country: String?
  var region: String?
  var city: String?
  var sizeClass: String?
  var parent: OrganizationID?

  init(_ profile: OrganizationProfile) {
    kind = profile.kind
    names = profile.names
    aliases = profile.aliases
    country = profile.country
    region = profile.region
    city = profile.city
    sizeClass = profile.sizeClass
    parent = profile.parent
  }

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(names)
    writer.append(aliases)
    for value in [kind?.rawValue, country, region, city, sizeClass, parent?.rawValue] { writer.append(value ?? "") }
    return writer.bytes
  }

  init(_ bytes: ByteRegion) throws(ByteReader.Malformed) {
    var reader = ByteReader(bytes)
    names = try reader.readLocalizedText()
    aliases = try reader.readStrings()
    kind = OrganizationKind(rawValue: try reader.readString())
    country = try reader.readOptionalString()
    region = try reader.readOptionalString()
    city = try reader.readOptionalString()
    sizeClass = try reader.readOptionalString()
    parent = try reader.readOptionalString().map { OrganizationID($0) }
  }
}

extension ByteWriter {
  fileprivate mutating func append(_ localized: LocalizedText) {
    appendVarint(localized.entries.count)
    for entry in localized.entries {
      append(entry.language ?? "")
      append(entry.text)
    }
  }

  fileprivate mutating func append(_ strings: [String]) {
    appendVarint(strings.count)
    for string in strings { append(string) }
  }
}

extension ByteReader {
  fileprivate mutating func readLocalizedText() throws(Malformed) -> LocalizedText {
    var entries: [LocalizedText.Entry] = []
    for _ in 0..<(try readCount()) {
      entries.append(LocalizedText.Entry(language: try readOptionalString(), text: try readString()))
    }
    return LocalizedText(entries)
  }

  fileprivate mutating func readStrings() throws(Malformed) -> [String] {
    var strings: [String] = []
    for _ in 0..<(try readCount()) { strings.append(try readString()) }
    return strings
  }

  /// Empty stands for none.
  fileprivate mutating func readOptionalString() throws(Malformed) -> String? {
    let string = try readString()
    return string.isEmpty ? nil : string
  }
}
