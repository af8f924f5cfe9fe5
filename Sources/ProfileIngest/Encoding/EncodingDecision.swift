/// In which encoding a file is read, and what is to be said about that.
struct EncodingDecision {
  /// `nil` to read the bytes as they stand: UTF-8, or XML whose own declaration is followed.
  var encoding: TextEncoding?
  var notes: [RecordCollector.Note] = []
  /// What XML declares, where it is an encoding of Korean.
  var declaresKorean = false

  private static let overrideRemedy: IngestText = "check a few names; if letters are wrong, import with --encoding"

  /// - Parameters:
  ///   - head: the first bytes, as many as are at hand.
  ///   - forced: the encoding that the user named.
  init(head: some RandomAccessCollection<UInt8>, kind: ContentKind, forced: TextEncoding?) {
    guard kind.isText else { return }
    if let forced {
      encoding = forced
      return
    }
    let evidence = EncodingEvidence(head)
    if let mojibake = evidence.mojibake {
      notes.append(RecordCollector.Note(reason: mojibake.reason, remedy: mojibake.remedy))
    }
    if kind == .xml {
      decideXML(evidence, declared: Self.declaration(in: head))
    } else if let found = evidence.encoding, found != .utf8 {
      encoding = found
      note("the file is no UTF-8 but \(found.displayName), and read so")
    }
  }

  private mutating func decideXML(_ evidence: EncodingEvidence, declared: String?) {
    // XML in UTF-16 says so by its first bytes, which the parser follows.
    if evidence.encoding == .utf16LittleEndian || evidence.encoding == .utf16BigEndian { return }
    switch declared.map({ TextEncoding(named: $0) }) {
    case .some(.cp949):
      if evidence.encoding == .utf8, evidence.mojibake == nil {
        encoding = .utf8
        note("the file declares \(declared ?? "") but is UTF-8, and read so")
      } else {
        encoding = .cp949
        declaresKorean = true
      }
    case nil, .some(.utf8):
      if evidence.encoding == .cp949 {
        encoding = .cp949
        note(
          declared.map { "the file declares \($0) but is CP949, and read so" }
            ?? "the file declares no encoding but is CP949, and read so")
      }
    default: break
    }
  }

  private mutating func note(_ reason: IngestText) {
    notes.append(RecordCollector.Note(reason: reason, remedy: Self.overrideRemedy))
  }

  /// What is to be said when the file has been read.
  func finalNotes(_ bytes: TranscodedBytes) -> [RecordCollector.Note] {
    var notes: [RecordCollector.Note] = []
    if declaresKorean, bytes.hasExtendedKorean {
      notes.append(
        RecordCollector.Note(
          reason: "the file declares EUC-KR but holds letters that only CP949 has, and is read as that",
          remedy: "nothing need be done"))
    }
    if bytes.invalidCount > 0, let encoding {
      notes.append(
        RecordCollector.Note(
          reason: "\(bytes.invalidCount) characters are none of \(encoding.displayName) and read as \u{FFFD}",
          remedy: "export the file again, or import with another --encoding"))
    }
    return notes
  }

  /// The encoding that an XML declaration at the beginning names. By bytes: an archive may hold ten thousand files, and
  /// looking for characters would take longer than reading some of them.
  private static func declaration(in head: some RandomAccessCollection<UInt8>) -> String? {
    let bytes = Array(head.prefix(200))
    func behind(_ text: StaticString, from start: Int) -> Int? {
      let wanted = Array(text.description.utf8)
      return (start..<max(start, bytes.count - wanted.count + 1)).first { place in
        bytes[place] == wanted[0] && bytes[place...].starts(with: wanted)
      }.map { $0 + wanted.count }
    }
    guard let start = behind("<?xml", from: 0), let end = behind("?>", from: start),
      let name = behind("encoding", from: start), name < end
    else { return nil }
    let value = bytes[name..<end].drop { $0 == 0x20 || $0 == 0x3D }
    guard let quote = value.first, quote == 0x22 || quote == 0x27,
      let close = value.dropFirst().firstIndex(of: quote)
    else { return nil }
    return String(decoding: value[..<close].dropFirst(), as: UTF8.self)
  }
}
