import Foundation
import IndexStorage
import ParallelExecution
import SearchIndex
import TestCorpora
import Testing

/// Merges that are made beside updates and searches.
@Suite struct IndexMergeTests {
  /// Seven segments of 300 documents, and one small one that makes a merge due which its update does not wait for.
  private func makeDue(
    _ folder: TemporaryFolder, _ corpus: inout RandomCorpus, _ expected: inout [String: IndexDocument]
  ) throws -> IndexDirectory {
    let directory = try IndexDirectory(path: folder.path)
    for round in 0..<8 {
      let snapshot = try RandomCorpus.update(directory) { update in
        for number in 0..<(round == 7 ? 1 : 300) {
          let document = corpus.document(id: "r\(round)-\(number)")
          expected[document.id] = document
          try update.add(document, to: RandomCorpus.collection)
        }
      }
      #expect(snapshot.collection(RandomCorpus.collection)?.segments.count == round + 1)
    }
    return directory
  }

  private func segments(of path: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) where name.hasSuffix(".segment") {
      found[name] = try Data(contentsOf: URL(filePath: path + "/" + name))
    }
    return found
  }

  @Test func `a merge beside updates leaves what the updates say`() throws {
    var corpus = RandomCorpus(seed: 41)
    var expected: [String: IndexDocument] = [:]
    let folder = try TemporaryFolder()
    let directory = try makeDue(folder, &corpus, &expected)
    let before = try directory.open()
    let merge = try #require(try IndexMerge.prepare(directory: directory, executor: .serial))
    #expect(merge.documentCount == 2101)
    // An update that replaces, deletes and adds is published meanwhile.
    _ = try RandomCorpus.update(directory) { update in
      for id in ["r0-3", "r3-17", "new"] {
        let document = corpus.document(id: id)
        expected[id] = document
        try update.add(document, to: RandomCorpus.collection)
      }
      for id in ["r1-5", "r7-0"] {
        update.delete(id: id, from: RandomCorpus.collection)
        expected[id] = nil
      }
    }
    // The deletion took the eighth segment away, which left nothing of what was merged from it.
    #expect(try !merge.publish())
    let second = try #require(try IndexMerge.prepare(directory: directory, executor: .serial))
    _ = try RandomCorpus.update(directory) { update in
      for id in ["r0-4", "r6-299"] {
        let document = corpus.document(id: id)
        expected[id] = document
        try update.add(document, to: RandomCorpus.collection)
      }
      update.delete(id: "r2-9", from: RandomCorpus.collection)
      expected["r2-9"] = nil
    }
    #expect(try second.publish())
    let collection = try #require(try directory.open().collection(RandomCorpus.collection))
    #expect(collection.segments.count == 2)
    #expect(collection.liveCount == expected.count)
    for (id, document) in expected where id.hasSuffix("7") || !id.hasPrefix("r5") {
      let place = collection.locate(try #require(collection.document(withID: id), "\(id)"))
      let stored = collection.segments[place.segment].reader.storedBytes(of: place.document)
      #expect(stored.bytes(in: 0..<stored.count) == document.stored)
    }
    for id in ["r1-5", "r7-0", "r2-9"] { #expect(collection.document(withID: id) == nil) }
    #expect(directory.verify().isEmpty)
    // Who had the index open goes on reading it.
    #expect(before.collection(RandomCorpus.collection)?.document(withID: "r1-5") != nil)
  }

  @Test func `a merge without updates equals what is written at once, and none is due afterwards`() throws {
    var corpus = RandomCorpus(seed: 42)
    var expected: [String: IndexDocument] = [:]
    let (folder, whole) = (try TemporaryFolder(), try TemporaryFolder())
    let directory = try makeDue(folder, &corpus, &expected)
    let merge = try #require(try IndexMerge.prepare(directory: directory, executor: .serial, memoryByteCount: 1 << 16))
    #expect(try merge.publish())
    _ = try RandomCorpus.update(try IndexDirectory(path: whole.path), memoryByteCount: 64 << 20) { update in
      for document in expected.values { try update.add(document, to: RandomCorpus.collection) }
    }
    #expect(try segments(of: folder.path) == segments(of: whole.path))
    #expect(try IndexMerge.prepare(directory: directory, executor: .serial) == nil)
  }

  @Test func `a merge that is dropped changes nothing, and the next one removes its file`() throws {
    var corpus = RandomCorpus(seed: 43)
    var expected: [String: IndexDocument] = [:]
    let folder = try TemporaryFolder()
    let directory = try makeDue(folder, &corpus, &expected)
    let before = try segments(of: folder.path)
    _ = try IndexMerge.prepare(directory: directory, executor: .serial)
    func unfinished() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("merging") }
    }
    #expect(try unfinished().count == 1)
    #expect(try segments(of: folder.path) == before)
    #expect(directory.verify().isEmpty)
    let merge = try #require(try IndexMerge.prepare(directory: directory, executor: .serial))
    #expect(try merge.publish())
    #expect(try unfinished().isEmpty)
    #expect(try segments(of: folder.path).count == 1)
  }

  @Test func `damage gets no new checksum`() throws {
    var corpus = RandomCorpus(seed: 44)
    var expected: [String: IndexDocument] = [:]
    let folder = try TemporaryFolder()
    let directory = try makeDue(folder, &corpus, &expected)
    let name = try #require(try segments(of: folder.path).keys.sorted().first)
    let file = URL(filePath: folder.file(name))
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count - 9] ^= 1
    try bytes.write(to: file)
    #expect(throws: StorageError.self) { _ = try IndexMerge.prepare(directory: directory, executor: .serial) }
    #expect(directory.verify().count == 1)
  }

  @Test func `segments stay few even where nobody merges`() throws {
    var corpus = RandomCorpus(seed: 45)
    let folder = try TemporaryFolder()
    let directory = try IndexDirectory(path: folder.path)
    var largest = 0
    for round in 0..<90 {
      let snapshot = try RandomCorpus.update(directory) { update in
        // Segments of a class whose merges no update waits for.
        for number in 0..<300 where round < 7 || number == 0 {
          try update.add(corpus.document(id: "r\(round)-\(number)"), to: RandomCorpus.collection)
        }
      }
      largest = max(largest, snapshot.collection(RandomCorpus.collection)?.segments.count ?? 0)
    }
    #expect(largest <= 64)
    #expect(try directory.open().collection(RandomCorpus.collection)?.liveCount == 7 * 300 + 83)
  }
}
