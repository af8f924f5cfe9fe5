import Foundation

/// Writes a corpus, its queries and its applications to files, a megabyte at a time.
public struct CorpusFiles: Sendable {
  public let corpus: SyntheticCorpus

  public init(_ corpus: SyntheticCorpus) { self.corpus = corpus }

  /// Evidence in Moim's JSON Lines, a line a document, behind a line for each organisation.
  ///
  /// - Returns: bytes written.
  @discardableResult
  public func writeEvidence(to path: String) throws -> Int {
    try write(to: path, count: corpus.profile.organizationCount + corpus.profile.documentCount) { line in
      let organizationCount = corpus.profile.organizationCount
      return line < organizationCount
        ? Self.line(of: SyntheticOrganization(number: line))
        : evidenceLine(of: corpus.document(line - organizationCount))
    }
  }

  /// Queries as `moim search --queries` reads them.
  public func writeQueries(_ queryClass: QueryClass, count: Int, to path: String) throws {
    let queries = corpus.queries(queryClass, count: count)
    try write(to: path, count: count) { number in
      let query = queries[number]
      var line = Array(#"{"id":"\#(query.id)","text":""#.utf8) + corpus.vocabulary.text(of: query.words) + [0x22]
      if let kind = query.kind { line += Array(#","kinds":["\#(kind)"]"#.utf8) }
      if let region = query.region { line += Array(#","regions":["\#(region)"]"#.utf8) }
      return line + Array("}\n".utf8)
    }
  }

  /// Applications as `moim match` reads them.
  public func writeApplications(count: Int, to path: String) throws {
    try write(to: path, count: count) { number in
      let application = corpus.application(number)
      let title = corpus.vocabulary.text(of: Array(application.words.prefix(10)))
      return Array(#"{"id":"\#(application.id)","title":""#.utf8) + title + Array(#"","summary":""#.utf8)
        + corpus.vocabulary.text(of: Array(application.words.dropFirst(10)))
        + Array(#"","applicant":{"id":"\#(application.applicant.id)"}}"#.utf8) + [0x0A]
    }
  }

  /// The first documents as CORDIS-shaped project files in a folder, with the parts that Moim skips too.
  ///
  /// - Returns: bytes written.
  @discardableResult
  public func writeCordisFolder(count: Int, to path: String) throws -> Int {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    var byteCount = 0
    for number in 0..<min(count, corpus.profile.documentCount) {
      let bytes = CordisProjectText.bytes(of: corpus.document(number), corpus: corpus)
      byteCount += bytes.count
      try Data(bytes).write(to: URL(fileURLWithPath: path + "/\(number).xml"))
    }
    return byteCount
  }

  private static func line(of organization: SyntheticOrganization) -> [UInt8] {
    Array(
      (#"{"type":"organization","id":"\#(organization.id)","kind":"\#(organization.kind)","#
        + #""names":{"en":"Organisation \#(organization.number)"},"country":"\#(organization.country)","#
        + #""region":"\#(organization.region)"}"# + "\n").utf8)
  }

  private func evidenceLine(of document: SyntheticDocument) -> [UInt8] {
    let organizations = document.organizations.enumerated().map { place, organization in
      #"{"id":"\#(organization.id)","role":"\#(place == 0 ? "coordinator" : "participant")"}"#
    }
    return Array(#"{"type":"evidence","id":"\#(document.id)","kind":"project","text":""#.utf8)
      + corpus.text(of: document)
      + Array(#"","organizations":[\#(organizations.joined(separator: ","))]}"#.utf8) + [0x0A]
  }

  @discardableResult
  private func write(to path: String, count: Int, line: (Int) -> [UInt8]) throws -> Int {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
    defer { try? file.close() }
    var waiting: [UInt8] = []
    var byteCount = 0
    for number in 0..<count {
      waiting += line(number)
      if waiting.count >= 1 << 20 || number == count - 1 {
        try file.write(contentsOf: waiting)
        byteCount += waiting.count
        waiting.removeAll(keepingCapacity: true)
      }
    }
    return byteCount
  }
}
