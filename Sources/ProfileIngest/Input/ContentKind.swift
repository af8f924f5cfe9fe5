/// What a file holds, told from its first bytes.
enum ContentKind: Equatable, Sendable {
  case empty
  case xml
  /// One object a line.
  case jsonLines
  /// A list of objects.
  case jsonArray
  /// One object over several lines.
  case jsonObject
  case zip
  /// Something that no reader takes: what it looks like and what to do about it.
  case other(name: IngestText, remedy: IngestText)

  /// Text that is neither markup nor JSON: a table, if anything.
  private static let plainText = ContentKind.other(name: "plain text or a table", remedy: exportRemedy)

  var isPlainText: Bool { self == Self.plainText }

  /// Whether the content is text of some kind, in whatever encoding.
  var isText: Bool {
    switch self {
    case .xml, .jsonLines, .jsonArray, .jsonObject: true
    case .other: isPlainText || self == Self.wideText
    case .empty, .zip: false
    }
  }

  private static let wideText = ContentKind.other(name: "UTF-16 text", remedy: "save it as UTF-8")

  private static let exportRemedy: IngestText = "save what it holds as a table (.xlsx, CSV), as XML or as JSON"

  /// First bytes by which foreign formats are told.
  private static let signatures: [(bytes: [UInt8], name: IngestText, remedy: IngestText)] = [
    (Array("%PDF".utf8), "a PDF document", exportRemedy),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office or HWP document", "save it as .xlsx, .csv or .hwpx first"),
    ([0x1F, 0x8B], "a gzip archive", "unpack it with gunzip and import the file inside"),
    (Array("BZh".utf8), "a bzip2 archive", "unpack it and import the file inside"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive", "unpack it and import the file inside"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive", "unpack it, or pack it as .zip"),
    (Array("Rar!".utf8), "a RAR archive", "unpack it, or pack it as .zip"),
    (Array("SQLite format 3".utf8), "an SQLite database", exportRemedy),
    (Array("HWP Document".utf8), "an HWP document", "save it as .xlsx, .csv or .hwpx first"),
    ([0x89, 0x50, 0x4E, 0x47], "a picture", exportRemedy),
    ([0xFF, 0xD8, 0xFF], "a picture", exportRemedy),
  ]

  /// - Parameter head: the beginning of the file, at least 512 bytes where it has them.
  init(head: some RandomAccessCollection<UInt8>) {
    let head = Array(head.prefix(4096))
    if head.isEmpty {
      self = .empty
    } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if let known = Self.signatures.first(where: { head.starts(with: $0.bytes) }) {
      self = .other(name: known.name, remedy: known.remedy)
    } else {
      self = Self.textKind(head)
    }
  }

  private static func textKind(_ head: [UInt8]) -> ContentKind {
    // In UTF-16 every other byte of markup is zero; without those zeros it reads like ASCII.
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.prefix(2).contains(0)
    let text =
      isWide
      ? head.filter { $0 != 0 && $0 < 0xFE } : head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
    let content = text.drop { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    switch content.first {
    case 0x3C:  // <
      let start = String(decoding: content.prefix(15), as: UTF8.self).lowercased()
      if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
        return .other(name: "a web page", remedy: "download the data itself: this may be an error page")
      }
      return .xml
    case 0x7B where !isWide: return ObjectLayout.spansLines(content) ? .jsonObject : .jsonLines
    case 0x5B where !isWide: return .jsonArray
    case nil where !head.contains(0): return .empty
    default: break
    }
    if isWide { return wideText }
    if head.contains(0) { return .other(name: "binary data", remedy: exportRemedy) }
    return plainText
  }
}
