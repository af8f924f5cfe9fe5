import ResearchProfiles

/// Reads what ``ContentWriter`` wrote. Every count is checked against the bytes that are left, so that damaged
/// content ends in an error and never in a large allocation.
package struct ContentReader {
  package enum Failure: Error, Equatable {
    case truncated
    case unknownVersion(UInt8)
    case bytesLeft(Int)
  }

  private let bytes: [UInt8]
  private let hasClassifications: Bool
  private var position = 0

  init(_ bytes: [UInt8]) throws(Failure) {
    guard let version = bytes.first else { throw .truncated }
    guard version == ContentWriter.version || version == ContentWriter.versionWithClassifications else {
      throw .unknownVersion(version)
    }
    hasClassifications = version == ContentWriter.versionWithClassifications
    self.bytes = bytes
    position = 1
  }

  mutating func readCount() throws(Failure) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 42 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
    throw .truncated
  }

  mutating func readText() throws(Failure) -> String {
    try readText(byteCount: readCount())
  }

  mutating func readOptionalText() throws(Failure) -> String? {
    let countPlusOne = try readCount()
    return countPlusOne == 0 ? nil : try readText(byteCount: countPlusOne - 1)
  }

  mutating func readTexts() throws(Failure) -> [String] {
    let count = try readElementCount()
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try readText()) }
    return texts
  }

  mutating func readLocalizedText() throws(Failure) -> LocalizedText {
    let count = try readElementCount()
    var entries: [LocalizedText.Entry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count {
      entries.append(LocalizedText.Entry(language: try readOptionalText(), text: try readText()))
    }
    return LocalizedText(entries)
  }

  /// The last field of version 2; nothing in version 1.
  mutating func readClassifications() throws(Failure) -> [ClassificationCode] {
    guard hasClassifications else { return [] }
    let count = try readElementCount()
    var classifications: [ClassificationCode] = []
    classifications.reserveCapacity(count)
    for _ in 0..<count {
      classifications.append(
        ClassificationCode(scheme: try readText(), code: try readText(), name: try readOptionalText()))
    }
    return classifications
  }

  /// The bytes that were not read yet.
  var rest: [UInt8] { Array(bytes[position...]) }

  /// Nothing may follow the last field.
  func finish() throws(Failure) {
    if position != bytes.count { throw .bytesLeft(bytes.count - position) }
  }

  /// A count of elements, each of which takes at least one byte.
  mutating func readElementCount() throws(Failure) -> Int {
    let count = try readCount()
    guard count <= bytes.count - position else { throw .truncated }
    return count
  }

  private mutating func readText(byteCount: Int) throws(Failure) -> String {
    guard byteCount <= bytes.count - position else { throw .truncated }
    defer { position += byteCount }
    return String(decoding: bytes[position..<position + byteCount], as: UTF8.self)
  }
}
