import Foundation
import IndexStorage
import ParallelExecution
import SearchIndex
import TestCorpora
import Testing
import TextAnalysis

@Suite struct IndexUpdateTests {
  private func contents(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return files
  }

  private func documents(seed: UInt64, count: Int) -> [IndexDocument] {
    var corpus = RandomCorpus(seed: seed)
    return (0..<count).map { corpus.document(id: "d\($0)") }
  }

  @Test func `the same documents give the same bytes at 1, 2 and 8 threads`() throws {
    let documents = documents(seed: 1, count: 5000)
    var files: [[String: Data]] = []
    for threadCount in [1, 2, 8] {
      let folder = try TemporaryFolder()
      _ = try RandomCorpus.update(
        try IndexDirectory(path: folder.path), executor: ParallelExecutor(threadCount: threadCount)
      ) { update in
        for document in documents { try update.add(document, to: RandomCorpus.collection) }
      }
      files.append(try contents(of: folder.path))
    }
    #expect(files[0] == files[1])
    #expect(files[0] == files[2])
    #expect(files[0].count > 1)
  }

  @Test func `the order of arrival and the memory budget do not matter to what is read back`() throws {
    let documents = documents(seed: 2, count: 3000)
    for (order, budget) in [(documents, 1 << 30), (documents.reversed(), 1 << 30), (documents, 1 << 14)] {
      let folder = try TemporaryFolder()
      let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path), memoryByteCount: budget) { update in
        for document in order { try update.add(document, to: RandomCorpus.collection) }
      }
      let collection = try #require(snapshot.collection(RandomCorpus.collection))
      #expect(collection.liveCount == documents.count)
      for document in documents {
        let number = try #require(collection.document(withID: document.id))
        let place = collection.locate(number)
        let reader = collection.segments[place.segment].reader
        let stored = reader.storedBytes(of: place.document)
        #expect(stored.bytes(in: 0..<stored.count) == document.stored)
        #expect(reader.day(of: place.document) == document.day)
        var links: [DocumentLink] = []
        reader.forEachLink(of: place.document) {
          links.append(DocumentLink(key: reader.linkKey($0), role: $1))
        }
        #expect(links == document.links)
      }
    }
  }

  @Test func `a merged segment equals one that was written at once`() throws {
    let documents = documents(seed: 3, count: 400)
    let (parts, whole) = (try TemporaryFolder(), try TemporaryFolder())
    // Eight small segments trigger a merge.
    for part in 0..<8 {
      _ = try RandomCorpus.update(try IndexDirectory(path: parts.path)) { update in
        for (number, document) in documents.enumerated() where number % 8 == part {
          try update.add(document, to: RandomCorpus.collection)
        }
      }
    }
    _ = try RandomCorpus.update(try IndexDirectory(path: whole.path)) { update in
      for document in documents { try update.add(document, to: RandomCorpus.collection) }
    }
    let segments = { (folder: TemporaryFolder) in try contents(of: folder.path).filter { $0.key.hasSuffix(".segment") }
    }
    #expect(try segments(parts) == segments(whole))
    #expect(try segments(whole).count == 1)
  }

  @Test func `updates replace, deletions delete, and segments stay few`() throws {
    let folder = try TemporaryFolder()
    let directory = try IndexDirectory(path: folder.path)
    var corpus = RandomCorpus(seed: 4)
    var expected: [String: [UInt8]] = [:]
    for round in 0..<60 {
      let snapshot = try RandomCorpus.update(directory) { update in
        for number in (0..<300).shuffled(using: &corpus.random).prefix(20) {
          let id = "d\(number)"
          if Bool.random(using: &corpus.random), expected[id] != nil {
            update.delete(id: id, from: RandomCorpus.collection)
            expected[id] = nil
          } else {
            var document = corpus.document(id: id)
            document.stored = Array("\(id) in round \(round)".utf8)
            try update.add(document, to: RandomCorpus.collection)
            expected[id] = document.stored
          }
        }
      }
      let collection = try #require(snapshot.collection(RandomCorpus.collection))
      #expect(collection.liveCount == expected.count)
      #expect(collection.segments.count <= 16)
    }
    let collection = try #require(try directory.open().collection(RandomCorpus.collection))
    for number in 0..<300 {
      let id = "d\(number)"
      let stored = collection.document(withID: id).map { found in
        let place = collection.locate(found)
        let region = collection.segments[place.segment].reader.storedBytes(of: place.document)
        return region.bytes(in: 0..<region.count)
      }
      #expect(stored == expected[id])
    }
    #expect(directory.verify().isEmpty)
  }

  @Test func `another analyser is refused with what to do`() throws {
    let folder = try TemporaryFolder()
    let directory = try IndexDirectory(path: folder.path)
    _ = try RandomCorpus.update(directory) { try $0.add(documents(seed: 5, count: 1)[0], to: "documents") }
    struct OtherAnalyzer: TextAnalyzer {
      let identity = AnalyzerIdentity(name: "other", version: 7)
      func analyze(_ text: Span<UInt8>, into buffer: inout TokenBuffer) {}
    }
    let error = #expect(throws: IndexError.self) {
      _ = try IndexUpdate(
        directory: directory, configuration: IndexConfiguration(analyzer: OtherAnalyzer().identity),
        analyzers: FieldAnalyzers(OtherAnalyzer()), executor: .serial)
    }
    #expect(
      error?.description
        == "the index of documents was made by analyser letters/1, not other/7; run 'moim reindex' to rebuild it")
  }

  /// Takes a text as one term, whatever blanks it holds.
  private struct WholeTextAnalyzer: TextAnalyzer {
    let identity = AnalyzerIdentity(name: "whole", version: 1)

    func analyze(_ text: Span<UInt8>, into buffer: inout TokenBuffer) {
      buffer.removeAll()
      for index in text.indices { buffer.bytes.append(text[index]) }
      buffer.tokens.append(
        Token(
          termStart: 0, termLength: UInt16(text.count), stream: .word, position: 0, sourceStart: 0,
          sourceEnd: UInt32(text.count)))
      buffer.unitCount = 1
    }
  }

  @Test func `a field may have an analyser of its own, which the index remembers`() throws {
    let folder = try TemporaryFolder()
    let directory = try IndexDirectory(path: folder.path)
    var configuration = RandomCorpus.configuration
    configuration.fieldAnalyzers = [.keywords: WholeTextAnalyzer().identity]
    let analyzers = FieldAnalyzers(LetterAnalyzer(), byField: [.keywords: WholeTextAnalyzer()])
    func update(_ analyzers: FieldAnalyzers, _ configuration: IndexConfiguration) throws -> IndexUpdate {
      try IndexUpdate(directory: directory, configuration: configuration, analyzers: analyzers, executor: .serial)
    }
    let first = try update(analyzers, configuration)
    try first.add(
      IndexDocument(
        id: "d", texts: [.init(field: .text, text: "red green"), .init(field: .keywords, text: "deep blue")]),
      to: "documents")
    _ = try first.publish(sequence: 1)

    let collection = try #require(try directory.open().collection("documents"))
    #expect(collection.configuration == configuration)
    let reader = collection.segments[0].reader
    let found = ["red", "green", "deep blue", "deep", "red green"].map { term in
      reader.postings(stream: .word, term: Array(term.utf8)) != nil
    }
    #expect(found == [true, true, true, false, false])
    let error = #expect(throws: IndexError.self) {
      _ = try update(FieldAnalyzers(LetterAnalyzer()), RandomCorpus.configuration)
    }
    #expect(error?.description.contains("letters/1 (keywords: whole/1), not letters/1; run") == true)
  }
}
