import ResearchProfiles

/// Writes the long fields of a record into one block of bytes, format version 1 or 2.
///
/// The first byte is the version. Then follow the fields in the order in which they are written: a number is an
/// unsigned LEB128; a text is its count of UTF-8 bytes and those bytes; a text that may be absent is a zero, or its
/// count plus one and its bytes; a list is its count and its elements; a localised text is a list of entries, each an
/// absent-or-present language and a text. There are no offsets and no padding: equal values give equal bytes.
///
/// Version 2 ends with classifications, a list of scheme, code and a name that may be absent. A record without any is
/// written in version 1: what earlier builds stored and what this one stores of it are the same bytes, with the same hash.
struct ContentWriter {
  static let version: UInt8 = 1
  static let versionWithClassifications: UInt8 = 2

  private(set) var bytes: [UInt8]

  init(capacity: Int, version: UInt8 = ContentWriter.version) {
    bytes = []
    bytes.reserveCapacity(capacity)
    bytes.append(version)
  }

  mutating func write(count: Int) {
    var rest = UInt64(count)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(optional text: String?) {
    guard let text else {
      bytes.append(0)
      return
    }
    write(count: text.utf8.count + 1)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ texts: [String]) {
    write(count: texts.count)
    for text in texts { write(text) }
  }

  mutating func write(_ classifications: [ClassificationCode]) {
    write(count: classifications.count)
    for classification in classifications {
      write(classification.scheme)
      write(classification.code)
      write(optional: classification.name)
    }
  }

  mutating func write(_ text: LocalizedText) {
    write(count: text.entries.count)
    for entry in text.entries {
      write(optional: entry.language)
      write(entry.text)
    }
  }
}
