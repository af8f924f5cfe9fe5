import CLibXML2

/// Parses one XML document from chunks of bytes, with bounded memory and nothing fetched.
///
/// libxml2 runs with a bare SAX2 handler: no tree, no entities but the five predefined ones, no DTD, no network. What it
/// does not limit by itself is limited here: depth, attributes, the length of a tag, the text of a record.
///
/// Invariants: `context` is valid from the end of `init` to `deinit` and used by one thread at a time. libxml2 holds an
/// unretained reference to `self`, which outlives `context`. Callbacks run only inside `feed` and `finish`.
@safe final class XMLPushParser {
  private let limits: IngestLimits
  private let handler: any XMLEventHandler
  private var context: xmlParserCtxtPtr?

  /// Set once; nothing is parsed after it.
  private(set) var failure: XMLFailure?

  /// The states of the entered elements.
  private var states: [UInt8] = [0]
  /// Where in `text` the text of each entered element begins; -1 for those whose text is not collected.
  private var textStarts: [Int] = [-1]
  /// Elements open inside a skipped one, that one included.
  private var skippedDepth = 0
  /// Elements open inside one whose text is collected, that one included.
  private var textDepth = 0
  private var text: [UInt8] = []
  /// `states.count` before the record's element was entered; 0 outside a record.
  private var recordDepth = 0
  private var recordByteCount = 0

  /// - Parameter ignoresDeclaredEncoding: whether the bytes are UTF-8 whatever their declaration says.
  init(handler: any XMLEventHandler, limits: IngestLimits, ignoresDeclaredEncoding: Bool = false) {
    self.handler = handler
    self.limits = limits
    XMLLibrary.prepareThread()
    var callbacks = unsafe Self.callbacks
    unsafe context = unsafe xmlCreatePushParserCtxt(&callbacks, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    guard let context = unsafe context else { preconditionFailure("libxml2 is out of memory") }
    var options = XML_PARSE_NONET.rawValue
    if ignoresDeclaredEncoding { options |= XML_PARSE_IGNORE_ENC.rawValue }
    _ = unsafe xmlCtxtUseOptions(context, Int32(options))
  }

  deinit {
    unsafe xmlFreeParserCtxt(context)
  }

  /// Parses the next `count` bytes; `false` when the document cannot be read on.
  func feed(_ bytes: [UInt8], count: Int) -> Bool {
    guard failure == nil, let context = unsafe context else { return false }
    unsafe bytes.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = unsafe xmlParseChunk(context, start, Int32(count), 0)
    }
    noteStop()
    // What libxml2 has not consumed yet is an unfinished tag, comment or instruction: text is consumed as it comes.
    if failure == nil, let input = unsafe context.pointee.input,
      unsafe input.pointee.end - input.pointee.cur > limits.tagByteCount
    {
      stop(
        reason: "a tag, comment or processing instruction is longer than \(limits.tagByteCount) bytes",
        remedy: "correct the XML at that line")
    }
    return failure == nil
  }

  /// Ends the document.
  func finish() {
    guard failure == nil, let context = unsafe context else { return }
    _ = unsafe xmlParseChunk(context, nil, 0, 1)
    noteStop()
  }

  /// The line that is being read.
  var line: Int { unsafe context?.pointee.input.map { unsafe Int($0.pointee.line) } ?? 0 }

  // MARK: Callbacks

  private static var callbacks: xmlSAXHandler {
    var callbacks = unsafe xmlSAXHandler()
    unsafe callbacks.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe callbacks.startElementNs = { parser, name, _, uri, namespaceCount, _, attributeCount, _, attributes in
      guard let parser = unsafe parser, let name = unsafe name else { return }
      unsafe Unmanaged<XMLPushParser>.fromOpaque(parser)._withUnsafeGuaranteedRef {
        unsafe $0.startElement(name, uri, Int(namespaceCount), Int(attributeCount), attributes)
      }
    }
    unsafe callbacks.endElementNs = { parser, _, _, _ in
      guard let parser = unsafe parser else { return }
      unsafe Unmanaged<XMLPushParser>.fromOpaque(parser)._withUnsafeGuaranteedRef { $0.endElement() }
    }
    unsafe callbacks.characters = { parser, start, count in
      guard let parser = unsafe parser, let start = unsafe start else { return }
      unsafe Unmanaged<XMLPushParser>.fromOpaque(parser)._withUnsafeGuaranteedRef {
        unsafe $0.characters(UnsafeBufferPointer(start: start, count: Int(count)))
      }
    }
    // The same function for blanks, or libxml2 would ask a tree that is not there whether they matter.
    unsafe callbacks.ignorableWhitespace = unsafe callbacks.characters
    unsafe callbacks.cdataBlock = unsafe callbacks.characters
    unsafe callbacks.internalSubset = { parser, _, _, _ in
      guard let parser = unsafe parser else { return }
      unsafe Unmanaged<XMLPushParser>.fromOpaque(parser)._withUnsafeGuaranteedRef {
        $0.stop(
          reason:
            "it has a document type declaration (<!DOCTYPE ...>), through which files can hide bombs or fetch others",
          remedy: "remove the declaration and import the file again")
      }
    }
    unsafe callbacks.serror = { parser, error in
      guard let parser = unsafe parser, let error = unsafe error else { return }
      unsafe Unmanaged<XMLPushParser>.fromOpaque(parser)._withUnsafeGuaranteedRef {
        unsafe $0.noteError(error.pointee)
      }
    }
    return unsafe callbacks
  }

  private func startElement(
    _ name: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?, _ namespaceCount: Int, _ attributeCount: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard failure == nil, let context = unsafe context else { return }
    if states.count + skippedDepth + textDepth > limits.elementDepth {
      return stop(
        reason: "elements are nested deeper than \(limits.elementDepth)",
        remedy: "correct the XML: no export is so deep")
    }
    // `nsNr` counts the prefix and the URI of each namespace in scope.
    if unsafe max(attributeCount, Int(context.pointee.nsNr) / 2) > limits.attributeCount {
      return stop(
        reason: "an element has more than \(limits.attributeCount) attributes or namespaces",
        remedy: "correct the XML at that line")
    }
    if skippedDepth > 0 {
      skippedDepth += 1
      return
    }
    if textDepth > 0 {
      textDepth += 1
      let separates = unsafe !InlineMarkup.contains(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
      if separates { text.append(0x20) }
      return
    }
    if recordDepth > 0 {
      recordByteCount += 32
      if recordByteCount > limits.recordByteCount { return abandonRecord(insideNewElement: true) }
    }
    let element = unsafe XMLElement(
      context: context, name: name, uri: uri, attributeCount: attributeCount, attributes: attributes)
    switch handler.enter(element, in: states[states.count - 1]) {
    case .skip: skippedDepth = 1
    case .descend(let state): push(state, hasText: false)
    case .both(let state): push(state, hasText: true)
    case .record(let state, let hasText):
      recordDepth = states.count
      recordByteCount = 0
      push(state, hasText: hasText)
    case .text(let state):
      push(state, hasText: true)
      textDepth = 1
      if recordDepth == 0 { recordByteCount = 0 }
    }
  }

  private func push(_ state: UInt8, hasText: Bool) {
    states.append(state)
    textStarts.append(hasText ? text.count : -1)
  }

  private func endElement() {
    guard failure == nil else { return }
    if skippedDepth > 0 {
      skippedDepth -= 1
      return
    }
    if textDepth > 1 {
      textDepth -= 1
      return
    }
    textDepth = 0
    guard states.count > 1, let state = states.popLast(), let textStart = textStarts.popLast() else { return }
    if textStart < 0 {
      handler.leave(state, text: [], line: line)
    } else if textStart == 0 {
      handler.leave(state, text: text, line: line)
      text.removeAll(keepingCapacity: text.capacity <= 1 << 20)
    } else {
      // The text of an element around this one stands before.
      handler.leave(state, text: Array(text[textStart...]), line: line)
      text.removeSubrange(textStart...)
    }
    if states.count == recordDepth { recordDepth = 0 }
  }

  private func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard textDepth > 0 || skippedDepth == 0 && textStarts[textStarts.count - 1] >= 0, failure == nil else { return }
    recordByteCount += bytes.count
    if recordByteCount > limits.recordByteCount { return abandonRecord(insideNewElement: false) }
    unsafe text.append(contentsOf: bytes)
  }

  /// Skips the rest of the current record; without one the document is given up.
  private func abandonRecord(insideNewElement: Bool) {
    let reason = "it holds more than \(limits.recordByteCount) bytes of text and elements"
    let remedy = "divide or shorten the record"
    guard recordDepth > 0 else { return stop(reason: reason, remedy: remedy) }
    // Every element open since the record began becomes part of one skipped element.
    skippedDepth = states.count - recordDepth + max(0, textDepth - 1) + (insideNewElement ? 1 : 0)
    textStarts.removeLast(states.count - recordDepth)
    states.removeLast(states.count - recordDepth)
    recordDepth = 0
    textDepth = 0
    text = []
    handler.abandonRecord(reason: reason, remedy: remedy)
  }

  // MARK: Failures

  private func stop(reason: String, remedy: String) {
    guard failure == nil else { return }
    failure = XMLFailure(line: line, reason: reason, remedy: remedy)
    unsafe xmlStopParser(context)
  }

  private func noteError(_ error: xmlError) {
    guard failure == nil, unsafe error.level == XML_ERR_FATAL else { return }
    let code = unsafe error.code
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "error \(code)"
    let text = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var remedy = "correct the XML at that line, or export it again"
    if code == XML_ERR_INVALID_CHAR.rawValue || code == XML_ERR_INVALID_ENCODING.rawValue
      || code == XML_ERR_UNKNOWN_ENCODING.rawValue || code == XML_ERR_UNSUPPORTED_ENCODING.rawValue
      || code == XML_I18N_CONV_FAILED.rawValue
    {
      remedy =
        "save the file as UTF-8, or state its real encoding in its first line: <?xml version=\"1.0\" encoding=\"...\"?>"
    }
    // libxml2 says so when its table of names has reached 10 MB.
    let isFull = code == XML_ERR_NO_MEMORY.rawValue
    failure = unsafe XMLFailure(
      line: max(Int(error.line), 1),
      reason: isFull ? "it has too many different names of elements" : "not well-formed XML: \(text)", remedy: remedy)
  }

  /// libxml2 can stop without saying why through the structured handler.
  private func noteStop() {
    guard failure == nil, let context = unsafe context else { return }
    if unsafe context.pointee.disableSAX != 0 || context.pointee.wellFormed == 0 {
      failure = unsafe XMLFailure(
        line: max(line, 1), reason: "not well-formed XML (libxml2 error \(context.pointee.errNo))",
        remedy: "correct the XML at that line, or export it again")
    }
  }
}
