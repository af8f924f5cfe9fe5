import CLibXML2

/// What an ``XMLPushParser`` knows between two events, and what it does at each.
///
/// A structure behind one pointer, so that no event checks for exclusive access and counts no reference: events come one at a
/// time, from within a call of the parser, and handlers do not call it back.
///
/// Invariants: it stays where it was made until the parser ends it, which is after `context` was freed. `context` is set before
/// the first event. `tree` is set while the handler keeps the tree, which is until it is told that the record ends. `names`
/// points to one cache, of this state alone.
@safe struct XMLPushState: ~Copyable {
  private let limits: IngestLimits
  /// Never `nil` between two events; taken out while it is called and put back, it is not counted.
  private var handler: (any XMLEventHandler)?
  var context: xmlParserCtxtPtr?

  /// Set once; nothing is parsed after it.
  private(set) var failure: XMLFailure?

  /// The states of the entered elements.
  private var states = PlainList<UInt8>()
  /// Where in `text` the text of each entered element begins; -1 for those whose text is not collected.
  private var textStarts = PlainList<Int>()
  /// Elements open inside a skipped one, that one included.
  private var skippedDepth = 0
  /// Elements open inside one whose text is collected, that one included.
  private var textDepth = 0
  /// Where in the bytes of `tree` the text begins that is collected there, without a copy of its own; -1 where none is.
  private var treeTextStart = -1
  private var text = PlainList<UInt8>(capacity: 4096)
  /// What takes the events of the open record, where it is not the handler: a reader or a tree.
  private var reader: (any XMLRecordReader)?
  private var tree: UnsafeMutablePointer<RecordMemory>?
  private let names: UnsafeMutablePointer<XMLNameCache>
  /// `states.count` before the record's element was entered; 0 outside a record.
  private var recordDepth = 0
  private var recordByteCount = 0
  /// Whether a failure was noted: asked at each event.
  private var hasFailed = false

  init(handler: any XMLEventHandler, limits: IngestLimits) {
    self.handler = handler
    self.limits = limits
    unsafe names = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe names.initialize(to: XMLNameCache())
    states.append(0)
    textStarts.append(-1)
  }

  deinit {
    unsafe names.deinitialize(count: 1)
    unsafe names.deallocate()
  }

  /// - Parameter parser: what libxml2 was given to hand on.
  static func at(_ parser: UnsafeMutableRawPointer) -> UnsafeMutablePointer<XMLPushState> {
    unsafe parser.assumingMemoryBound(to: XMLPushState.self)
  }

  /// The line that is being read.
  var line: Int { unsafe context?.pointee.input.map { unsafe Int($0.pointee.line) } ?? 0 }

  // MARK: Events

  @inline(__always) mutating func startElement(
    _ name: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?, _ attributeCount: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard !hasFailed, let context = unsafe context else { return }
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
      if separates {
        if treeTextStart >= 0 { unsafe tree?.pointee.bytes.append(0x20) } else { text.append(0x20) }
      }
      return
    }
    if recordDepth > 0 {
      recordByteCount += 32
      if recordByteCount > limits.recordByteCount { return abandonRecord(insideNewElement: true) }
    }
    if let tree = unsafe tree {
      guard let traits = unsafe tree.pointee.enter(name, uri, attributeCount, attributes, names) else {
        skippedDepth = 1
        return
      }
      let hasText = traits.contains(.text)
      push(0, hasText: hasText)
      if hasText, !traits.contains(.children) {
        textDepth = 1
        unsafe treeTextStart = tree.pointee.bytes.count
      }
      return
    }
    let state = states[states.count - 1]
    // Taken out and put back, the reader is not counted.
    let open = reader.take()
    let element = unsafe XMLElement(
      context: context, name: name, uri: uri, attributeCount: attributeCount, attributes: attributes, cache: names)
    let step: XMLStep
    if let open {
      step = open.enter(element, in: state)
      reader = open
    } else {
      step = withHandler { $0.enter(element, in: state) }
    }
    switch consume step {
    case .skip: skippedDepth = 1
    case .descend(let state): push(state, hasText: false)
    case .both(let state): push(state, hasText: true)
    case .record(let state, let hasText): beginRecord(state, hasText: hasText)
    case .read(let reader):
      beginRecord(reader.rootState, hasText: reader.rootHasText)
      self.reader = reader
    case .fill(let view):
      beginRecord(0, hasText: view.wantsText)
      unsafe tree = view.address
    case .text(let state):
      push(state, hasText: true)
      textDepth = 1
      if recordDepth == 0 { recordByteCount = 0 }
    }
  }

  @inline(__always) private mutating func withHandler<Result>(_ body: (any XMLEventHandler) -> Result) -> Result {
    // Handlers do not call their parser, so it is there.
    guard let handler = handler.take() else { preconditionFailure() }
    defer { self.handler = handler }
    return body(handler)
  }

  private mutating func beginRecord(_ state: UInt8, hasText: Bool) {
    recordDepth = states.count
    recordByteCount = 0
    push(state, hasText: hasText)
  }

  @inline(__always) private mutating func push(_ state: UInt8, hasText: Bool) {
    states.append(state)
    textStarts.append(hasText ? text.count : -1)
  }

  @inline(__always) mutating func endElement() {
    guard !hasFailed else { return }
    if skippedDepth > 0 {
      skippedDepth -= 1
      return
    }
    if textDepth > 1 {
      textDepth -= 1
      return
    }
    textDepth = 0
    guard states.count > 1 else { return }
    if treeTextStart >= 0, let tree = unsafe tree {
      unsafe tree.pointee.leave(textFrom: treeTextStart)
      treeTextStart = -1
      states.removeLast()
      textStarts.removeLast()
      return
    }
    let (state, textStart) = (states[states.count - 1], textStarts[textStarts.count - 1])
    states.removeLast()
    textStarts.removeLast()
    // The text of an element around this one stands before.
    let bytes = unsafe text.buffer((textStart < 0 ? text.count : textStart)..<text.count)
    let isRecord = states.count == recordDepth
    if let tree = unsafe tree {
      unsafe tree.pointee.leave(bytes)
      if isRecord {
        unsafe self.tree = nil
        tellEnd(of: state, text: .empty)
      }
    } else if let open = reader.take() {
      if isRecord {
        open.leaveRoot(text: unsafe XMLText(bytes))
        tellEnd(of: state, text: .empty)
      } else {
        open.leave(state, text: unsafe XMLText(bytes))
        reader = open
      }
    } else {
      tellEnd(of: state, text: unsafe XMLText(bytes))
    }
    if isRecord { recordDepth = 0 }
    if textStart == 0 { text.removeAll(keeping: 1 << 20) } else if textStart > 0 { text.truncate(to: textStart) }
  }

  private mutating func tellEnd(of state: UInt8, text: XMLText) {
    let line = line
    withHandler { $0.leave(state, text: text, line: line) }
  }

  @inline(__always) mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard textDepth > 0 || skippedDepth == 0 && textStarts[textStarts.count - 1] >= 0, !hasFailed else { return }
    recordByteCount += bytes.count
    if recordByteCount > limits.recordByteCount { return abandonRecord(insideNewElement: false) }
    if treeTextStart >= 0, let tree = unsafe tree {
      unsafe tree.pointee.bytes.append(bytes)
    } else {
      unsafe text.append(bytes)
    }
  }

  /// Skips the rest of the current record; without one the document is given up.
  private mutating func abandonRecord(insideNewElement: Bool) {
    let reason: IngestText = "it holds more than \(limits.recordByteCount) bytes of text and elements"
    let remedy: IngestText = "divide or shorten the record"
    guard recordDepth > 0 else { return stop(reason: reason, remedy: remedy) }
    // Every element open since the record began becomes part of one skipped element.
    skippedDepth = states.count - recordDepth + max(0, textDepth - 1) + (insideNewElement ? 1 : 0)
    textStarts.truncate(to: recordDepth)
    states.truncate(to: recordDepth)
    recordDepth = 0
    textDepth = 0
    treeTextStart = -1
    text.removeAll(keeping: 0)
    reader = nil
    unsafe tree = nil
    withHandler { $0.abandonRecord(reason: reason, remedy: remedy) }
  }

  // MARK: Failures

  mutating func stop(reason: IngestText, remedy: IngestText) {
    guard failure == nil else { return }
    hasFailed = true
    failure = XMLFailure(line: line, reason: reason, remedy: remedy)
    unsafe xmlStopParser(context)
  }

  mutating func noteError(_ error: xmlError) {
    guard failure == nil, unsafe error.level == XML_ERR_FATAL else { return }
    let code = unsafe error.code
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "error \(code)"
    let text = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var remedy: IngestText = "correct the XML at that line, or export it again"
    if code == XML_ERR_INVALID_CHAR.rawValue || code == XML_ERR_INVALID_ENCODING.rawValue
      || code == XML_ERR_UNKNOWN_ENCODING.rawValue || code == XML_ERR_UNSUPPORTED_ENCODING.rawValue
      || code == XML_I18N_CONV_FAILED.rawValue
    {
      remedy =
        "save the file as UTF-8, or state its real encoding in its first line: <?xml version=\"1.0\" encoding=\"...\"?>"
    }
    // libxml2 says so when its table of names has reached 10 MB.
    let isFull = code == XML_ERR_NO_MEMORY.rawValue
    hasFailed = true
    failure = unsafe XMLFailure(
      line: max(Int(error.line), 1),
      reason: isFull ? "it has too many different names of elements" : "not well-formed XML: \(text)", remedy: remedy)
  }

  /// libxml2 can stop without saying why through the structured handler.
  mutating func noteStop() {
    guard failure == nil, let context = unsafe context else { return }
    if unsafe context.pointee.disableSAX != 0 || context.pointee.wellFormed == 0 {
      hasFailed = true
      failure = unsafe XMLFailure(
        line: max(line, 1), reason: "not well-formed XML (libxml2 error \(context.pointee.errNo))",
        remedy: "correct the XML at that line, or export it again")
    }
  }
}
