import CLibXML2

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The start tag that is being read. It cannot be kept: it borrows libxml2's memory.
///
/// Invariant: the pointers are those of the running SAX2 `startElementNs` call, valid until it returns. The type cannot be
/// copied and is only lent to handlers, so they do not outlive the call.
@safe struct XMLElement: ~Copyable {
  /// Attributes in SAX2's layout: five pointers each (local name, prefix, namespace, value, end of the value).
  static let pointersPerAttribute = 5

  private let context: xmlParserCtxtPtr
  private let name: UnsafePointer<xmlChar>
  private let uri: UnsafePointer<xmlChar>?
  private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let attributeCount: Int
  private let cache: UnsafeMutablePointer<XMLNameCache>

  init(
    context: xmlParserCtxtPtr, name: UnsafePointer<xmlChar>, uri: UnsafePointer<xmlChar>?, attributeCount: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, cache: UnsafeMutablePointer<XMLNameCache>
  ) {
    unsafe self.context = unsafe context
    unsafe self.name = unsafe name
    unsafe self.uri = unsafe uri
    self.attributeCount = attributeCount
    unsafe self.attributes = unsafe attributes
    unsafe self.cache = unsafe cache
  }

  /// The line on which the start tag ends.
  var line: Int { unsafe context.pointee.input.map { unsafe Int($0.pointee.line) } ?? 0 }

  /// The name without prefix. Allocates: for messages.
  var localName: String { unsafe String(cString: name) }

  /// The namespace's URI, empty without one. Allocates: for the few elements whose namespace matters.
  var namespace: String { unsafe uri.map { unsafe String(cString: $0) } ?? "" }

  /// The name as one of a vocabulary's.
  func name<Name>(in vocabulary: XMLVocabulary<Name>) -> Name? {
    vocabulary.name(ofNumber: unsafe cache.pointee.number(of: name, in: vocabulary.table))
  }

  /// The number of the name in a table.
  func number(in table: XMLNameTable) -> Int? {
    let number = unsafe cache.pointee.number(of: name, in: table)
    return number < 0 ? nil : number
  }

  /// Takes the element up as the root of a record.
  func begin(_ record: RecordView) { unsafe record.beginRoot(attributeCount, attributes, cache) }

  /// Whether the namespace is this one.
  func isInNamespace(_ wanted: String) -> Bool {
    guard let uri = unsafe uri else { return wanted.isEmpty }
    return unsafe wanted.withCString { wanted in
      unsafe strcmp(UnsafeRawPointer(uri).assumingMemoryBound(to: CChar.self), wanted) == 0
    }
  }

  /// The value of the attribute with that local name, whatever its prefix (`lang` finds `xml:lang`).
  func attribute(_ wanted: StaticString) -> String? {
    unsafe value(ofAttribute: UnsafeRawPointer(wanted.utf8Start).assumingMemoryBound(to: CChar.self))
  }

  /// - Parameter wanted: NUL-terminated, valid during the call.
  private func value(ofAttribute wanted: UnsafePointer<CChar>) -> String? {
    guard let attributes = unsafe attributes else { return nil }
    for index in 0..<attributeCount {
      let field = unsafe attributes + index * Self.pointersPerAttribute
      guard let local = unsafe field[0], let start = unsafe field[3], let end = unsafe field[4] else { continue }
      if unsafe strcmp(UnsafeRawPointer(local).assumingMemoryBound(to: CChar.self), wanted) == 0 {
        return unsafe Self.unescaped(UnsafeBufferPointer(start: start, count: end - start))
      }
    }
    return nil
  }

  /// SAX2 hands values out with every ampersand as `&#38;` (unless entities are replaced, which is never allowed here).
  private static func unescaped(_ value: UnsafeBufferPointer<UInt8>) -> String {
    let traits = unsafe TextTraits(value)
    guard traits.contains(.markup), unsafe value.contains(0x26) else { return unsafe String.trusted(value, traits) }
    return String(decoding: unsafe unescapedBytes(value), as: UTF8.self)
  }

  /// The value with every `&#38;` as an ampersand.
  static func unescapedBytes(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let escape: StaticString = "&#38;"
    var bytes: [UInt8] = []
    var index = 0
    while index < value.count {
      unsafe bytes.append(value[index])
      let isEscape =
        unsafe value[index] == 0x26 && index + escape.utf8CodeUnitCount <= value.count
        && memcmp(value.baseAddress! + index, escape.utf8Start, escape.utf8CodeUnitCount) == 0
      index += isEscape ? escape.utf8CodeUnitCount : 1
    }
    return bytes
  }
}
