/// What the headers of a part of a form say.
struct MultipartHead: Hashable, Sendable {
  var name: String
  /// Of files only: what the sender calls it, without folders before it. Empty where no file was chosen.
  var fileName: String?

  init(name: String, fileName: String? = nil) {
    self.name = name
    self.fileName = fileName
  }

  /// Reads the lines between a boundary and the empty line below it.
  init(headers: some Collection<UInt8>) throws(MultipartError) {
    let text = String(decoding: headers, as: UTF8.self)
    for line in text.split(whereSeparator: { $0 == "\r\n" }) {
      guard line.utf8.allSatisfy({ ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }) else {
        throw .malformed(reason: "a control character in a header")
      }
      guard let colon = line.firstIndex(of: ":") else { throw .malformed(reason: "a header without a colon") }
      guard line[..<colon].lowercased() == "content-disposition" else { continue }
      guard let disposition = HeaderParameters(line[line.index(after: colon)...]) else {
        throw .malformed(reason: "a quotation in a header does not end")
      }
      guard disposition.value == "form-data", let name = disposition["name"], !name.isEmpty else { break }
      self.name = name
      fileName = try Self.fileName(disposition)
      return
    }
    throw .malformed(reason: "a part without a name")
  }

  /// A name that states its encoding goes before a plain one (RFC 6266, section 4.3). Forms should not send it (RFC 7578,
  /// section 4.2); programs do.
  private static func fileName(_ disposition: HeaderParameters) throws(MultipartError) -> String? {
    guard let given = disposition.extended("filename") ?? disposition["filename"] else {
      // A file must not pass for a field.
      if disposition["filename*"] != nil { throw .malformed(reason: "a file name that is not UTF-8") }
      return nil
    }
    return given.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? ""
  }
}
