import CLibXML2
import Foundation
import Glibc

/// libxml2 alone over a file: start tags, end tags and text are counted and nothing else is done.
///
/// Invariants: the context is valid until the pass ends, and the handler's address is that of `counts`, which outlives the
/// context. Callbacks run only inside `xmlParseChunk`.
enum BareXMLPass {
  struct Counts {
    var elements = 0
    var textByteCount = 0
  }

  /// - Returns: what was counted; `nil` where the file is no XML.
  static func run(_ path: String, chunkByteCount: Int = 64 << 10) -> Counts? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var counts = Counts()
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = { counts, _, _, _, _, _, _, _, _ in
      unsafe counts?.assumingMemoryBound(to: Counts.self).pointee.elements += 1
    }
    unsafe handler.endElementNs = { _, _, _, _ in }
    unsafe handler.characters = { counts, _, count in
      unsafe counts?.assumingMemoryBound(to: Counts.self).pointee.textByteCount += Int(count)
    }
    unsafe handler.cdataBlock = unsafe handler.characters
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    return unsafe withUnsafeMutablePointer(to: &counts) { counts in
      guard let context = unsafe xmlCreatePushParserCtxt(&handler, counts, nil, 0, nil) else { return nil }
      defer { unsafe xmlFreeParserCtxt(context) }
      _ = unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
      var buffer = [CChar](repeating: 0, count: chunkByteCount)
      while true {
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(file.fileDescriptor, $0.baseAddress, $0.count) }
        guard unsafe xmlParseChunk(context, buffer, Int32(max(0, count)), count <= 0 ? 1 : 0) == 0 else { return nil }
        if count <= 0 { return unsafe counts.pointee }
      }
    }
  }
}
