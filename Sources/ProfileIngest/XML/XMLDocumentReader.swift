/// Finds the records of an XML document, whatever their format: a single record as the root element, records under one or
/// two wrapper elements, or OAI-PMH answers.
final class XMLDocumentReader: XMLEventHandler {
  private enum State: UInt8 {
    case document = 0
    /// The root element, where it is no record, and its children.
    case wrapper, innerWrapper
    /// A place on the way to records that mappings know.
    case place
    /// An element in a list of records that is none of those that are known there.
    case unknownItem
    case oai, oaiList, oaiRecord, oaiHeader, oaiIdentifier, oaiMetadata, oaiError, oaiResumptionToken
  }

  private let forced: IngestFormat?
  private let formats: [any XMLRecordFormat]
  private let catalog: MappingCatalog
  /// The places that are open, but for the last of them.
  private var outerPlaces: [Int] = []
  /// The last place that is open; 0 where none is.
  private var place = 0
  /// Whether a list was met in which records of a mapping stand.
  private var hasFoundList = false
  /// The element in a list that could be a record; empty once it is accounted for.
  private var unknownItemName = ""
  private var unknownItemLine = 0
  private var findings: [AnswerPlan.Finding] = []
  /// By plan.
  private var recordReaders: [MappedRecordReader?] = []
  /// The reader of the record that came last by a mapping (or of the one that is open), and its plan, which is most often
  /// the next one's too; -1 for an answer.
  private var mappedReader: MappedRecordReader?
  private var mappedPlan = -1
  /// What `mappedReader` fills: so that no reference is counted where a record begins.
  private var mappedView: RecordView?
  /// Whether the open record is that of `mappedReader`.
  private var isMappedOpen = false
  private let collector: RecordCollector

  /// The reader of the record that is open, to which its events go, where it is not the mapped one.
  private var reader: (any XMLRecordReader)?
  /// The line of the record that is open.
  private var recordLine = 0

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
  init(forced: IngestFormat?, catalog: MappingCatalog, collector: RecordCollector) {
    self.forced = forced
    self.catalog = catalog
    self.collector = collector
    formats = FormatRegistry.xmlRecords.filter { forced == nil || $0.format == forced }
  }

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep {
    guard let state = State(rawValue: state) else { return .skip }
    switch state {
    case .document:
      (rootName, rootNamespace) = (element.localName, element.namespace)
      if rootName == XMLRecordElement.oaiRoot.rawValue {
        hasFoundAnything = true
        return .descend(State.oai.rawValue)
      }
      return enterPlace(element, in: 0) ?? beginRecord(element) ?? .descend(State.wrapper.rawValue)
    case .wrapper: return beginRecord(element) ?? .descend(State.innerWrapper.rawValue)
    case .innerWrapper: return beginRecord(element) ?? .skip
    case .place:
      if let step = enterPlace(element, in: place) ?? beginRecord(element) { return step }
      guard catalog.places[place].isList, !outerPlaces.isEmpty else { return .skip }
      (unknownItemName, unknownItemLine) = (element.localName, element.line)
      return .descend(State.unknownItem.rawValue)
    case .unknownItem:
      // Counts stand in lists too; what has children is a record.
      rejectUnknownItem()
      return .skip
    case .oaiMetadata:
      oaiMetadataName = element.localName
      return beginRecord(element) ?? .skip
    default: return enterEnvelope(element, in: state)
    }
  }

  func leave(_ state: UInt8, text: XMLText, line: Int) {
    // Taken out and put back, the reader is not counted.
    if isMappedOpen, let mappedReader = mappedReader.take() {
      isMappedOpen = false
      if let finding = mappedReader.finish(fallbackID: oaiIdentifier, line: recordLine, into: collector) {
        findings.append(finding)
      }
      self.mappedReader = mappedReader
    } else if let reader = reader.take() {
      reader.finish(line: recordLine, into: collector)
    } else {
      leaveEnvelope(State(rawValue: state), text: text, line: line)
    }
  }

  private var isRecordOpen: Bool { isMappedOpen || reader != nil }

  /// The id of the open record, as far as it is known.
  private var recordID: String? {
    if let reader { return reader.recordID }
    return isMappedOpen && !oaiIdentifier.isEmpty ? oaiIdentifier : nil
  }

  private func closeRecord() {
    reader = nil
    isMappedOpen = false
  }

  func abandonRecord(reason: IngestText, remedy: IngestText) {
    collector.reject(line: recordLine, record: recordID, reason: reason, remedy: remedy)
    closeRecord()
  }

  /// Says what is to be said at the end of the document.
  ///
  /// - Parameter failure: why the document could not be read to its end, if so.
  func finish(failure: XMLFailure?) {
    if let failure {
      let lost: IngestText = isRecordOpen ? "this record and what follows" : "what follows"
      collector.reject(
        line: failure.line, record: recordID, reason: "\(failure.reason); \(lost) in the file is unread",
        remedy: failure.remedy)
    } else if let finding = findings.last(where: \.isUnderstood) ?? findings.last {
      if finding.isEmpty || hasFoundAnything {
        collector.note(finding.reason, remedy: finding.remedy, line: 1)
      } else {
        collector.reject(line: 1, reason: finding.reason, remedy: finding.remedy)
      }
    } else if !hasFoundAnything, hasFoundList {
      collector.note(
        "the answer holds no records: the search that made it found nothing",
        remedy: "repeat the search with other words",
        line: 1)
    } else if !hasFoundAnything {
      let namespace: IngestText = rootNamespace.isEmpty ? "without a namespace" : "in the namespace '\(rootNamespace)'"
      let wanted: IngestText = forced.map { "as \($0.rawValue)" } ?? "(known are \(Self.knownFormats))"
      collector.reject(
        line: 1, reason: "the XML element <\(rootName)> \(namespace) holds no record that Moim can read \(wanted)",
        remedy: "export the data in a known format, or write a mapping file and import with --map")
    }
    closeRecord()
  }

  private func beginRecord(_ element: borrowing XMLElement) -> XMLStep? {
    var found: (any XMLRecordReader)?
    if let plan = catalog.plan(anywhere: element), let step = begin(plan, element) { return step }
    for format in formats {
      found = format.makeReader(for: element, fallbackID: oaiIdentifier, isForced: forced != nil)
      if found != nil { break }
    }
    guard let reader = found else { return nil }
    hasFoundAnything = true
    oaiHasRecord = true
    self.reader = reader
    recordLine = element.line
    return .read(reader)
  }

  // MARK: Mappings

  /// Follows a path that mappings know: to records, to what an answer says about itself, or on the way to them.
  private func enterPlace(_ element: borrowing XMLElement, in place: Int) -> XMLStep? {
    guard let place = catalog.place(of: element, in: place) else { return nil }
    if let plan = catalog.places[place].plan, let step = begin(plan, element) { return step }
    let known = catalog.places[place]
    if let answer = known.answer, known.children.isEmpty {
      let reader = MappedRecordReader(answer: catalog.answers[answer])
      (mappedPlan, mappedReader, mappedView) = (-1, reader, reader.view)
      return begin(reader.view, element)
    }
    if known.children.isEmpty { return nil }
    // A root element alone, such as <result>, says too little.
    if known.isList, self.place > 0 { hasFoundList = true }
    if self.place > 0 { outerPlaces.append(self.place) }
    self.place = place
    return .descend(State.place.rawValue)
  }

  private func rejectUnknownItem() {
    guard !unknownItemName.isEmpty else { return }
    hasFoundAnything = true
    collector.reject(
      line: unknownItemLine, reason: "the record is <\(unknownItemName)>, which is not known at its place",
      remedy: "write a mapping file for such records and import with --map")
    unknownItemName = ""
  }

  /// Begins a record of a plan, unless another format is forced.
  private func begin(_ plan: Int, _ element: borrowing XMLElement) -> XMLStep? {
    guard forced == nil || catalog.plans[plan].rules.contains(where: { $0.format == forced }) else { return nil }
    hasFoundAnything = true
    oaiHasRecord = true
    if plan == mappedPlan, let mappedView { return begin(mappedView, element) }
    let reader = reader(ofPlan: plan)
    (mappedPlan, mappedReader, mappedView) = (plan, reader, reader.view)
    return begin(reader.view, element)
  }

  private func begin(_ view: RecordView, _ element: borrowing XMLElement) -> XMLStep {
    isMappedOpen = true
    recordLine = element.line
    element.begin(view)
    return .fill(view)
  }

  private func reader(ofPlan plan: Int) -> MappedRecordReader {
    if recordReaders.isEmpty { recordReaders = Array(repeating: nil, count: catalog.plans.count) }
    if let known = recordReaders[plan] { return known }
    let reader = MappedRecordReader(plan: catalog.plans[plan], forced: forced)
    recordReaders[plan] = reader
    return reader
  }

  private static let knownFormats =
    FormatRegistry.formats.lazy.filter { $0 != .jsonLines }.map(\.rawValue).joined(separator: ", ")

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
      oaiErrorCode = SecretText.message(String((element.attribute("code") ?? "error").prefix(64)))
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

  private func leaveEnvelope(_ state: State?, text: XMLText, line: Int) {
    switch state {
    case .place: place = outerPlaces.popLast() ?? 0
    case .oaiIdentifier: oaiIdentifier = FieldText.identifier(text)
    case .oaiRecord:
      if !oaiHasRecord { rejectEnvelope() }
      oaiIdentifier = ""
    case .oaiError:
      let message = SecretText.message(FieldText.line(text.prefix(200)))
      collector.note(
        "the OAI-PMH server answered with the error '\(oaiErrorCode)': \(message)",
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
        remedy: "ask the server for metadataPrefix=oai_cerif_openaire, oai_kci or oai_dc")
    } else {
      collector.reject(
        line: oaiRecordLine, record: id, reason: "the record has no metadata", remedy: "fetch it from the server again")
    }
  }
}
