import ResearchProfiles

/// Reads the tables in which CORDIS publishes its projects, as CSV with semicolons or as JSON lists.
///
/// `project` and `organization` belong together by `projectID`. Where both stand in one folder or archive, as CORDIS packs
/// them, projects get their participants: `organization` is read into memory first, whichever comes first in the archive. It
/// is also read by itself, row by row, as organisations. `euroSciVoc` gives projects their fields of science in the same way.
/// The other tables (topics, legal bases, web pages) are passed over with a note.
struct CordisTableReader: FileReader {
  var formats: [IngestFormat] { [.cordisCSV] }

  func recognizes(_ sample: ContentSample) -> Bool { Self.table(sample) != nil }

  func read(_ content: IngestContent, into outlet: PartOutlet) throws {
    let found = Self.table(content.sample)
    let layout = found?.layout ?? .csv
    switch found?.kind ?? .projects {
    case .projects: try readProjects(content, layout, into: outlet)
    case .participations: try readOrganizations(content, layout, into: outlet)
    case .fields:
      let sibling = "project.\(layout.rawValue)"
      if try content.sibling(named: sibling) == nil {
        outlet.collector.note(
          "there is no \(sibling) beside the projects' fields of science, and they are not read",
          remedy: "import the archive as CORDIS packs it, or put both files into one folder", line: nil)
      }
    case .other:
      outlet.collector.note(
        "the table belongs to CORDIS's projects but holds neither projects nor organisations, and is not read",
        remedy: "nothing is to be done", line: nil)
    }
  }

  // MARK: Tables

  private func readProjects(_ content: IngestContent, _ layout: CordisRowReader.Layout, into outlet: PartOutlet) throws
  {
    let reader = CordisRowReader(layout: layout, limits: content.options.limits)
    let collector = outlet.collector
    var participants: CordisParticipants?
    let sibling = "organization.\(layout.rawValue)"
    if let source = try content.sibling(named: sibling) {
      var found = CordisParticipants()
      // What is wrong with its rows is told when it is read by itself.
      try reader.read(
        ByteChunks(source), take: { row in CordisParticipation(row).map { found.add($0) } }, report: { _, _, _ in })
      if found.isFull {
        collector.note(
          "the table of organisations has more than \(CordisParticipants.rowLimit) rows; later ones are not joined",
          remedy: "import the framework programmes one by one", line: nil)
      }
      participants = found
    } else {
      collector.note(
        "there is no \(sibling) beside the projects: they have no participants",
        remedy: "import the archive as CORDIS packs it, or put both files into one folder", line: nil)
    }
    let fields = try readFields(content, reader, into: collector)
    try reader.read(
      content.chunks, take: { Self.map($0, participants, fields, into: collector) },
      report: { collector.reject(line: $0, reason: $1, remedy: $2) },
      afterChunk: { try outlet.deliverIfFull(byteCount: $0) })
  }

  /// The fields of all projects, where their table stands beside; projects without it have none, and nothing is told.
  private func readFields(
    _ content: IngestContent, _ reader: CordisRowReader, into collector: RecordCollector
  ) throws -> CordisFields {
    var fields = CordisFields()
    let name = "\(CordisTableKind.fields.fileName).\(reader.layout.rawValue)"
    guard let source = try content.sibling(named: name) else { return fields }
    try reader.read(
      ByteChunks(source), take: { fields.add($0) },
      report: { line, reason, remedy in
        collector.note("a row of \(name) is left out: \(reason)", remedy: remedy, line: line)
      })
    if fields.isFull {
      collector.note(
        "\(name) has more than \(CordisFields.rowLimit) rows; later ones are not joined",
        remedy: "import the framework programmes one by one", line: nil)
    }
    return fields
  }

  private static func map(
    _ row: CordisRow, _ participants: CordisParticipants?, _ fields: CordisFields, into collector: RecordCollector
  ) {
    let id = row.identifier("id")
    if let defect = RecordIdentifier.defect(of: id) {
      return collector.reject(
        line: row.line, record: String(id.prefix(64)), reason: "a CORDIS project is unusable: \(defect)",
        remedy: "export the table again")
    }
    var evidence = Evidence(id: EvidenceID(id), kind: .project)
    evidence.title.addBounded(row.line("title") ?? "")
    evidence.title.addBounded(row.line("acronym") ?? "")
    evidence.text.addBounded(row.paragraphs("objective"))
    evidence.keywords = FieldText.keywords(Array((row.values["keywords"] ?? "").utf8), separators: ",;")
    evidence.classifications = fields.codes(of: id)
    evidence.date = (row.line("ecSignatureDate") ?? row.line("startDate")).flatMap { CalendarDate($0) }
    let mentions = participants?.mentions(of: id) ?? MentionList()
    evidence.participations = mentions.participations
    collector.accept(.evidence(evidence), mentions: mentions.profiles, line: row.line)
  }

  private func readOrganizations(
    _ content: IngestContent, _ layout: CordisRowReader.Layout, into outlet: PartOutlet
  ) throws {
    let collector = outlet.collector
    let sibling = "project.\(layout.rawValue)"
    if try content.sibling(named: sibling) == nil {
      collector.note(
        "there is no \(sibling) beside the organisations: who took part in what is not known",
        remedy: "import the archive as CORDIS packs it, or put both files into one folder", line: nil)
    }
    try CordisRowReader(layout: layout, limits: content.options.limits).read(
      content.chunks,
      take: { row in
        guard let participation = CordisParticipation(row) else {
          return collector.reject(
            line: row.line, reason: "an organisation has no organisationID", remedy: "export the table again")
        }
        if let word = participation.unknownRole {
          collector.note(
            "the kind of participation '\(word.prefix(64))' is unknown and read as 'participant'",
            remedy: "check whether the role is right", line: row.line)
        }
        collector.accept(.organization(participation.profile), line: row.line)
      }, report: { collector.reject(line: $0, reason: $1, remedy: $2) },
      afterChunk: { try outlet.deliverIfFull(byteCount: $0) })
  }

  // MARK: Recognition

  private static func table(_ sample: ContentSample) -> (kind: CordisTableKind, layout: CordisRowReader.Layout)? {
    if sample.kind == .jsonArray {
      guard let columns = keysOfFirstObject(sample.head) else { return nil }
      return CordisTableKind(columns: columns).map { ($0, .json) }
    }
    guard sample.kind.isPlainText else { return nil }
    var head = sample.head[...]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    let line = head.prefix { $0 != 0x0A && $0 != 0x0D }
    let columns = line.split(whereSeparator: { $0 == 0x3B || $0 == 0x2C || $0 == 0x09 }).map { cell in
      FieldText.identifier(Array(cell.drop { $0 == 0x22 }.reversed().drop { $0 == 0x22 }.reversed()))
    }
    return CordisTableKind(columns: Set(columns)).map { ($0, .csv) }
  }

  /// The keys of the first object of a list, as far as the sample shows them.
  private static func keysOfFirstObject(_ head: [UInt8]) -> Set<String>? {
    var keys: Set<String> = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    var text: [UInt8] = []
    for byte in head {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
          continue
        }
        if text.count < 64 { text.append(byte) }
        continue
      }
      switch byte {
      case 0x22: (isInString, text) = (true, [])
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth <= 1 { return keys }
      case 0x3A where depth == 2: keys.insert(String(decoding: text, as: UTF8.self))
      default: break
      }
    }
    return keys.isEmpty ? nil : keys
  }
}
