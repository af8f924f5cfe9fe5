import CLibXML2

/// Parses one XML document from chunks of bytes, with bounded memory and nothing fetched.
///
/// libxml2 runs with a bare SAX2 handler: no tree, no entities but the five predefined ones, no DTD, no network. What it
/// does not limit by itself is limited in ``XMLPushState``: depth, attributes, the length of a tag, the text of a record.
///
/// Invariants: `context` and `state` are valid from the end of `init` to `deinit` and used by one thread at a time. libxml2
/// holds the address of the state, which is freed after `context`. Callbacks run only inside `feed` and `finish`.
@safe final class XMLPushParser {
  private let limits: IngestLimits
  private let context: xmlParserCtxtPtr
  private let state: UnsafeMutablePointer<XMLPushState>

  /// Set once; nothing is parsed after it.
  var failure: XMLFailure? { unsafe state.pointee.failure }

  /// - Parameter ignoresDeclaredEncoding: whether the bytes are UTF-8 whatever their declaration says.
  init(handler: any XMLEventHandler, limits: IngestLimits, ignoresDeclaredEncoding: Bool = false) {
    self.limits = limits
    XMLLibrary.prepareThread()
    unsafe state = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe state.initialize(to: XMLPushState(handler: handler, limits: limits))
    var callbacks = unsafe Self.callbacks
    guard let context = unsafe xmlCreatePushParserCtxt(&callbacks, state, nil, 0, nil) else {
      preconditionFailure("libxml2 is out of memory")
    }
    unsafe self.context = unsafe context
    unsafe state.pointee.context = unsafe context
    var options = XML_PARSE_NONET.rawValue
    if ignoresDeclaredEncoding { options |= XML_PARSE_IGNORE_ENC.rawValue }
    _ = unsafe xmlCtxtUseOptions(context, Int32(options))
  }

  deinit {
    unsafe xmlFreeParserCtxt(context)
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Parses the next `count` bytes; `false` when the document cannot be read on.
  func feed(_ bytes: [UInt8], count: Int) -> Bool {
    guard failure == nil else { return false }
    unsafe bytes.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = unsafe xmlParseChunk(context, start, Int32(count), 0)
    }
    unsafe state.pointee.noteStop()
    // What libxml2 has not consumed yet is an unfinished tag, comment or instruction: text is consumed as it comes.
    if failure == nil, let input = unsafe context.pointee.input,
      unsafe input.pointee.end - input.pointee.cur > limits.tagByteCount
    {
      unsafe state.pointee.stop(
        reason: "a tag, comment or processing instruction is longer than \(limits.tagByteCount) bytes",
        remedy: "correct the XML at that line")
    }
    return failure == nil
  }

  /// Ends the document.
  func finish() {
    guard failure == nil else { return }
    _ = unsafe xmlParseChunk(context, nil, 0, 1)
    unsafe state.pointee.noteStop()
  }

  /// The line that is being read.
  var line: Int { unsafe state.pointee.line }

  // MARK: Callbacks

  private static var callbacks: xmlSAXHandler {
    var callbacks = unsafe xmlSAXHandler()
    unsafe callbacks.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe callbacks.startElementNs = { parser, name, _, uri, _, _, attributeCount, _, attributes in
      guard let parser = unsafe parser, let name = unsafe name else { return }
      unsafe XMLPushState.at(parser).pointee.startElement(name, uri, Int(attributeCount), attributes)
    }
    unsafe callbacks.endElementNs = { parser, _, _, _ in
      guard let parser = unsafe parser else { return }
      unsafe XMLPushState.at(parser).pointee.endElement()
    }
    unsafe callbacks.characters = { parser, start, count in
      guard let parser = unsafe parser, let start = unsafe start else { return }
      unsafe XMLPushState.at(parser).pointee.characters(UnsafeBufferPointer(start: start, count: Int(count)))
    }
    // The same function for blanks, or libxml2 would ask a tree that is not there whether they matter.
    unsafe callbacks.ignorableWhitespace = unsafe callbacks.characters
    unsafe callbacks.cdataBlock = unsafe callbacks.characters
    unsafe callbacks.internalSubset = { parser, _, _, _ in
      guard let parser = unsafe parser else { return }
      unsafe XMLPushState.at(parser).pointee.stop(
        reason:
          "it has a document type declaration (<!DOCTYPE ...>), through which files can hide bombs or fetch others",
        remedy: "remove the declaration and import the file again")
    }
    unsafe callbacks.serror = { parser, error in
      guard let parser = unsafe parser, let error = unsafe error else { return }
      unsafe XMLPushState.at(parser).pointee.noteError(error.pointee)
    }
    return unsafe callbacks
  }
}
