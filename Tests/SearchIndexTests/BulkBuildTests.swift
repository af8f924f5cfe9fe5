import Foundation
import IndexStorage
import ParallelExecution
import SearchIndex
import TestCorpora
import Testing
import TextAnalysis

@Suite struct BulkBuildTests {
  private func segments(of folder: TemporaryFolder) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".segment") {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
    }
    return files
  }

  /// What the index says of every word, by document id.
  private func postings(_ collection: CollectionSnapshot, _ words: some Sequence<String>) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for word in words {
      var rows: [String] = []
      for segment in collection.segments {
        for stream in TermStream.allCases {
          segment.reader.postings(stream: stream, term: Array(word.utf8))?.forEachPosting {
            document, frequency, places in
            guard !segment.isDeleted(Int(document)) else { return }
            rows.append("\(segment.reader.id(of: Int(document))) \(stream) \(frequency) \(places)")
          }
        }
      }
      found[word] = rows.sorted()
    }
    return found
  }

  @Test func `dates, links and stored fields that no document has take no room, and come with the first that has them`()
    throws
  {
    let folder = try TemporaryFolder()
    let directory = try IndexDirectory(path: folder.path)
    func document(_ number: Int) -> IndexDocument {
      IndexDocument(id: "d\(1000 + number)", texts: [.init(field: .text, text: "w\(number % 7)")])
    }
    let bare = try RandomCorpus.update(directory) { update in
      for number in 0..<500 { try update.add(document(number), to: RandomCorpus.collection) }
    }
    let segment = try #require(bare.collection(RandomCorpus.collection)?.segments.first).reader
    for number in [0, 499] {
      #expect(segment.day(of: number) == nil)
      #expect(segment.storedBytes(of: number).count == 0)
      segment.forEachLink(of: number) { _, _ in Issue.record("a link") }
    }
    #expect(segment.linkKeyCount == 0)
    try segment.verify()

    var full = document(250)
    (full.day, full.links, full.stored) = (7, [DocumentLink(key: "k", role: 2)], Array("stored".utf8))
    let other = try TemporaryFolder()
    let mixed = try RandomCorpus.update(try IndexDirectory(path: other.path)) { update in
      for number in 0..<500 { try update.add(number == 250 ? full : document(number), to: RandomCorpus.collection) }
    }
    let fuller = try #require(mixed.collection(RandomCorpus.collection)?.segments.first).reader
    #expect(fuller.day(of: 250) == 7 && fuller.day(of: 249) == nil)
    #expect(fuller.storedBytes(of: 250).bytes(in: 0..<6) == full.stored)
    #expect(fuller.storedBytes(of: 251).count == 0)
    var links: [String] = []
    for number in 0..<500 { fuller.forEachLink(of: number) { links.append("\(number) \(fuller.linkKey($0)) \($1)") } }
    #expect(links == ["250 k 2"])
    // Four bytes a document for dates, four for links, eight for what is stored.
    #expect(fuller.byteCount - segment.byteCount >= 500 * 16)
  }

  @Test func `terms with long common beginnings are told apart`() throws {
    // Lengths around the words of eight bytes that the table compares.
    let words = (1...24).flatMap { length in
      ["a", "b", "é"].map { String(repeating: "x", count: length) + $0 }
    }
    let folder = try TemporaryFolder()
    let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path)) { update in
      for (number, word) in words.enumerated() {
        let text = "\(word) \(words[(number * 7 + 1) % words.count]) \(word)"
        try update.add(
          IndexDocument(id: "d\(1000 + number)", texts: [.init(field: .text, text: text)]), to: RandomCorpus.collection)
      }
    }
    let collection = try #require(snapshot.collection(RandomCorpus.collection))
    let found = postings(collection, words)
    for (number, word) in words.enumerated() {
      let other = try #require(words.indices.first { ($0 * 7 + 1) % words.count == number })
      let expected = ["d\(1000 + number) word 2 [0, 2]", "d\(1000 + other) word 1 [1]"]
      #expect(other == number || found[word] == expected.sorted(), "\(word)")
    }
    #expect(collection.segments[0].reader.termCount == words.count)
  }

  @Test func `positions come back whatever their distances, from a chunk and from merged segments`() throws {
    // Around the distances from which on a position takes another byte.
    let distances = [0, 1, 62, 63, 64, 65, 8190, 8191, 8192, 8193, 64, 1, 8192]
    let places = distances.reduce(into: [UInt32]()) { $0.append(($0.last ?? 0) + UInt32($1)) }.dropFirst()
    var words = Array(repeating: "f", count: Int(places.last ?? 0) + 1)
    for place in places { words[Int(place)] = "w" }
    let text = words.joined(separator: " ")
    let expected = ["d1", "d2", "d3"].map { "\($0) word \(places.count) \(Array(places))" }

    let (folder, parts) = (try TemporaryFolder(), try TemporaryFolder())
    func document(_ number: Int) -> IndexDocument {
      IndexDocument(id: "d\(number)", texts: [.init(field: .text, text: text)])
    }
    let whole = try RandomCorpus.update(try IndexDirectory(path: folder.path)) { update in
      for number in 1...3 { try update.add(document(number), to: RandomCorpus.collection) }
    }
    #expect(postings(try #require(whole.collection(RandomCorpus.collection)), ["w"])["w"] == expected)
    _ = try RandomCorpus.update(try IndexDirectory(path: parts.path), memoryByteCount: 1 << 16) { update in
      for number in [3, 1, 2] { try update.add(document(number), to: RandomCorpus.collection) }
    }
    #expect(try segments(of: parts) == segments(of: folder))
  }

  @Test(arguments: [1 << 14, 1 << 17, 1 << 20, 1 << 30])
  func `a document that comes again replaces itself, whatever memory there is`(memoryByteCount: Int) throws {
    var corpus = RandomCorpus(seed: 21)
    let folder = try TemporaryFolder()
    var latest: [String: IndexDocument] = [:]
    let snapshot = try RandomCorpus.update(
      try IndexDirectory(path: folder.path), executor: ParallelExecutor(threadCount: 2),
      memoryByteCount: memoryByteCount
    ) { update in
      for _ in 0..<6000 {
        let document = corpus.document(id: "d\(corpus.random.next(upTo: 3000))", maximumWordCount: 10)
        latest[document.id] = document
        try update.add(document, to: RandomCorpus.collection)
      }
    }
    let collection = try #require(snapshot.collection(RandomCorpus.collection))
    #expect(collection.liveCount == latest.count)

    let once = try TemporaryFolder()
    let alone = try RandomCorpus.update(try IndexDirectory(path: once.path), memoryByteCount: 1 << 30) { update in
      for document in latest.values { try update.add(document, to: RandomCorpus.collection) }
    }
    let expected = try #require(alone.collection(RandomCorpus.collection))
    // What had to be written in parts is one segment in the end, the same to the byte.
    #expect(try segments(of: folder) == segments(of: once))
    let words = (0..<corpus.vocabularyCount).map { ($0 % 3 == 0 ? "W" : "w") + String($0) }
    #expect(postings(collection, words) == postings(expected, words))
    for document in latest.values {
      let place = collection.locate(try #require(collection.document(withID: document.id)))
      let stored = collection.segments[place.segment].reader.storedBytes(of: place.document)
      #expect(stored.bytes(in: 0..<stored.count) == document.stored)
    }
  }

  @Test func `merging segments with replaced and deleted documents equals writing what is left at once`() throws {
    var corpus = RandomCorpus(seed: 22)
    let (parts, whole) = (try TemporaryFolder(), try TemporaryFolder())
    let directory = try IndexDirectory(path: parts.path)
    var expected: [String: IndexDocument] = [:]
    var last: IndexSnapshot?
    for round in 0..<8 {
      last = try RandomCorpus.update(directory) { update in
        // Ids of the rounds are interleaved, and some come again.
        for number in 0..<150 {
          let document = corpus.document(id: "d\(number * 8 + (number % 5 == 0 ? 0 : round))")
          expected[document.id] = document
          try update.add(document, to: RandomCorpus.collection)
        }
        if round == 7 {
          for id in ["d1", "d9", "d17"] {
            expected[id] = nil
            update.delete(id: id, from: RandomCorpus.collection)
          }
        }
      }
    }
    #expect(last?.collection(RandomCorpus.collection)?.segments.count == 1)
    _ = try RandomCorpus.update(try IndexDirectory(path: whole.path)) { update in
      for document in expected.values { try update.add(document, to: RandomCorpus.collection) }
    }
    #expect(try segments(of: parts) == segments(of: whole))
  }

  @Test func `an update takes over the segments of an open snapshot`() throws {
    let folder = try TemporaryFolder()
    let directory = try IndexDirectory(path: folder.path)
    var corpus = RandomCorpus(seed: 23)
    let first = try RandomCorpus.update(directory) { update in
      for number in 0..<50 { try update.add(corpus.document(id: "d\(number)"), to: RandomCorpus.collection) }
    }
    let update = try IndexUpdate(
      directory: directory, configuration: RandomCorpus.configuration, analyzers: FieldAnalyzers(LetterAnalyzer()),
      executor: .serial, reusing: first)
    try update.add(corpus.document(id: "e"), to: RandomCorpus.collection)
    let second = try #require(try update.publish(sequence: 2).collection(RandomCorpus.collection))
    let old = try #require(first.collection(RandomCorpus.collection)).segments[0].reader
    #expect(second.segments.contains { $0.reader === old })
    #expect(second.liveCount == 51)
  }
}
