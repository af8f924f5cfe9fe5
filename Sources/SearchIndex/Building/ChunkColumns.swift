import IndexStorage

/// What a chunk keeps of its documents beside their terms, in flat memory.
struct ChunkColumns: Sendable {
  private(set) var idBytes: [UInt8] = []
  /// Where each id begins; one more at the end.
  private(set) var idStarts: [UInt32] = [0]
  private(set) var days: [Int32?] = []
  private(set) var combinations: [AttributeColumn.Combination] = []
  /// Ascending by bytes.
  private(set) var linkKeys: [String] = []
  /// Where each document's links begin; one more at the end.
  private(set) var linkStarts: [UInt32] = [0]
  private(set) var links: [(key: UInt32, role: UInt8)] = []
  /// Compressed.
  private(set) var stored: [[UInt8]] = []
  /// Bytes held, roughly.
  private(set) var byteCount = 0

  init(_ documents: [IndexDocument]) {
    var combinationNumbers: [[String]: Int] = [:]
    var keyNumbers: [String: UInt32] = [:]
    let compressor = Compressor()
    for (number, document) in documents.enumerated() {
      idBytes.append(contentsOf: document.id.utf8)
      idStarts.append(UInt32(idBytes.count))
      days.append(document.day)
      stored.append(compressor.compress(document.stored))
      for values in document.attributes {
        let combination = combinationNumbers[values] ?? combinations.count
        if combination == combinations.count {
          combinationNumbers[values] = combination
          combinations.append(AttributeColumn.Combination(values: values, documents: []))
        }
        if combinations[combination].documents.last != UInt32(number) {
          combinations[combination].documents.append(UInt32(number))
        }
      }
      for link in document.links {
        let key = keyNumbers[link.key] ?? UInt32(linkKeys.count)
        if key == linkKeys.count {
          keyNumbers[link.key] = key
          linkKeys.append(link.key)
        }
        links.append((key, link.role))
      }
      linkStarts.append(UInt32(links.count))
    }
    // Numbers of keys become ordinals in their order.
    let order = linkKeys.indices.sorted { linkKeys[$0].utf8.lexicographicallyPrecedes(linkKeys[$1].utf8) }
    var ordinals = Array(repeating: UInt32(0), count: order.count)
    for (ordinal, number) in order.enumerated() { ordinals[number] = UInt32(ordinal) }
    for index in links.indices { links[index].key = ordinals[Int(links[index].key)] }
    linkKeys = order.map { linkKeys[$0] }
    byteCount =
      idBytes.count + documents.count * 64 + links.count * 8 + stored.reduce(0) { $0 + $1.count }
      + linkKeys.reduce(0) { $0 + $1.utf8.count + 16 } + combinations.reduce(0) { $0 + $1.documents.count * 4 + 128 }
  }
}
