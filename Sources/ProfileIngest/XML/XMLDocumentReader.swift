/// Finds the records of an XML document, whatever their format: a single record as the root element, records under one or
/// two wrapper elements, or OAI-PMH answers.
final class XMLDocumentReader: XMLEventHandler {
  private enum State: UInt8 {
    case document = 0
    /// The root element, where it is no record, and its children.
    case wrapper, innerWrapper
    case oai, oaiList, oaiRecord, oaiHeader, oaiIdentifier, oaiMetadata, oaiError, oaiResumptionToken
  }

  private let forced: IngestFormat?
  private let formats: [any XMLRecordFormat]
  private let collector: RecordCollector

  /// The reader of the record that is open, its line, and the elements entered in it.
  private var reader: (any XMLRecordReader)?
  private var readerLine = 0
  private var readerDepth = 0

  private var rootName = ""
  private var rootNamespace = ""
  /// Records and envelopes that explain why there is none.
  private var hasFoundAnything = false

  private var oaiRecordLine = 0
  private var oaiIdentifier = ""
  private var oaiIsDeleted = false
  private var oaiHasRecord = false
  private var oaiMetadataName: String?
  private var oaiErrorCode = ""

  /// - Parameter forced: the one format that is taken, and then in any namespace.
  init(forced: IngestFormat?, collector: RecordCollector) {
    self.forced = forced
    self.collector = collector
    formats = FormatRegistry.xmlRecords.filter { forced == nil || $0.format == forced }
  }

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep {
    if let reader {
      let step = reader.enter(element, in: state)
      if step != .skip { readerDepth += 1 }
      return step
    }
    guard let state = State(rawValue: state) else { return .skip }
    switch state {
    case .document:
      (rootName, rootNamespace) = (element.localName, element.namespace)
      if rootName == XMLRecordElement.oaiRoot.rawValue {
        hasFoundAnything = true
        return .descend(State.oai.rawValue)
      }
      return beginRecord(element) ?? .descend(State.wrapper.rawValue)
    case .wrapper: return beginRecord(element) ?? .descend(State.innerWrapper.rawValue)
    case .innerWrapper: return beginRecord(element) ?? .skip
    case .oaiMetadata:
      oaiMetadataName = element.localName
      return beginRecord(element) ?? .skip
    default: return enterEnvelope(element, in: state)
    }
  }

  func leave(_ state: UInt8, text: [UInt8], line: Int) {
    guard let reader else { return leaveEnvelope(State(rawValue: state), text: text, line: line) }
    readerDepth -= 1
    guard readerDepth == 0 else { return reader.leave(state, text: text) }
    self.reader = nil
    reader.finish(line: readerLine, into: collector)
  }

  func abandonRecord(reason: String, remedy: String) {
    collector.reject(line: readerLine, record: reader?.recordID, reason: reason, remedy: remedy)
    reader = nil
    readerDepth = 0
  }

  /// Says what is to be said at the end of the document.
  ///
  /// - Parameter failure: why the document could not be read to its end, if so.
  func finish(failure: XMLFailure?) {
    if let failure {
      let lost = reader == nil ? "what follows" : "this record and what follows"
      collector.reject(
        line: failure.line, record: reader?.recordID, reason: "\(failure.reason); \(lost) in the file is unread",
        remedy: failure.remedy)
    } else if !hasFoundAnything {
      let namespace = rootNamespace.isEmpty ? "without a namespace" : "in the namespace '\(rootNamespace)'"
      let wanted = forced.map { "as \($0.rawValue)" } ?? "(known are CORDIS projects, CERIF-XML and OAI-PMH)"
      collector.reject(
        line: 1, reason: "the XML element <\(rootName)> \(namespace) holds no record that Moim can read \(wanted)",
        remedy: "export the data in a known format")
    }
    reader = nil
  }

  private func beginRecord(_ element: borrowing XMLElement) -> XMLStep? {
    var found: (any XMLRecordReader)?
    for format in formats {
      found = format.makeReader(for: element, fallbackID: oaiIdentifier, isForced: forced != nil)
      if found != nil { break }
    }
    guard let reader = found else { return nil }
    self.reader = reader
    hasFoundAnything = true
    oaiHasRecord = true
    readerLine = element.line
    readerDepth = 1
    return .record(reader.rootState)
  }

  // MARK: OAI-PMH

  private func enterEnvelope(_ element: borrowing XMLElement, in state: State) -> XMLStep {
    let name = element.name(in: XMLRecordElement.vocabulary)
    switch (state, name) {
    case (.oai, .listRecords), (.oai, .getRecord): return .descend(State.oaiList.rawValue)
    case (.oai, .identify), (.oai, .listSets), (.oai, .listMetadataFormats), (.oai, .listIdentifiers):
      collector.note(
        "an OAI-PMH answer to '\(element.localName)' holds no records",
        remedy: "import the answers to ListRecords or GetRecord", line: element.line)
      return .skip
    case (.oai, .error):
      oaiErrorCode = element.attribute("code") ?? "error"
      return .text(State.oaiError.rawValue)
    case (.oaiList, .record):
      oaiRecordLine = element.line
      (oaiIdentifier, oaiIsDeleted, oaiHasRecord, oaiMetadataName) = ("", false, false, nil)
      return .descend(State.oaiRecord.rawValue)
    case (.oaiList, .resumptionToken): return .text(State.oaiResumptionToken.rawValue)
    case (.oaiRecord, .header):
      oaiIsDeleted = element.attribute("status") == "deleted"
      return .descend(State.oaiHeader.rawValue)
    case (.oaiRecord, .metadata): return .descend(State.oaiMetadata.rawValue)
    case (.oaiHeader, .identifier): return .text(State.oaiIdentifier.rawValue)
    default: return .skip
    }
  }

  private func leaveEnvelope(_ state: State?, text: [UInt8], line: Int) {
    switch state {
    case .oaiIdentifier: oaiIdentifier = FieldText.identifier(text)
    case .oaiRecord:
      if !oaiHasRecord { rejectEnvelope() }
      oaiIdentifier = ""
    case .oaiError:
      collector.note(
        "the OAI-PMH server answered with the error '\(oaiErrorCode)': \(FieldText.line(text.prefix(200)))",
        remedy: "repeat the request that made this file", line: line)
    case .oaiResumptionToken where !FieldText.line(text).isEmpty:
      collector.note(
        "the list of records goes on in another answer (there is a resumptionToken)",
        remedy: "fetch the rest from the server and import it as well", line: line)
    default: break
    }
  }

  private func rejectEnvelope() {
    let id = oaiIdentifier.isEmpty ? nil : oaiIdentifier
    if oaiIsDeleted {
      collector.reject(
        line: oaiRecordLine, record: id, reason: "the record was deleted at its source",
        remedy: "nothing need be done, unless it was imported before it was deleted")
    } else if let name = oaiMetadataName {
      collector.reject(
        line: oaiRecordLine, record: id, reason: "its metadata is <\(name)>, which Moim cannot read",
        remedy: "ask the server for metadataPrefix=oai_cerif_openaire")
    } else {
      collector.reject(
        line: oaiRecordLine, record: id, reason: "the record has no metadata", remedy: "fetch it from the server again")
    }
  }
}
