import Foundation
import IndexStorage
import SearchIndex
import TestCorpora
import Testing
import TextAnalysis

@Suite struct DamageTests {
  private func makeIndex() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var corpus = RandomCorpus(seed: 11)
    let directory = try IndexDirectory(path: folder.path)
    for round in 0..<2 {
      _ = try RandomCorpus.update(directory) { update in
        for number in 0..<300 where (number + round) % 3 != 0 {
          try update.add(corpus.document(id: "d\(number)"), to: RandomCorpus.collection)
        }
      }
    }
    return folder
  }

  @Test func `a flipped bit anywhere in any file is found`() throws {
    let folder = try makeIndex()
    let directory = try IndexDirectory(path: folder.path)
    #expect(directory.verify().isEmpty)
    var random = SplitMix64(seed: 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.contains { $0.hasSuffix(".deleted") })
    for name in names {
      let original = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
      for _ in 0..<150 {
        var damaged = original
        damaged[Int.random(in: 0..<original.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        try damaged.write(to: URL(fileURLWithPath: folder.file(name)))
        #expect(!directory.verify().isEmpty, "\(name)")
      }
      try original.write(to: URL(fileURLWithPath: folder.file(name)))
    }
    #expect(directory.verify().isEmpty)
  }

  @Test func `what readers trust is verified when a segment is opened`() throws {
    let folder = try makeIndex()
    var random = SplitMix64(seed: 2)
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().first { $0.hasSuffix(".segment") })
    let path = folder.file(name)
    let original = try Data(contentsOf: URL(fileURLWithPath: path))
    /// Ids, dates, stored fields, terms, postings and positions.
    let spared: Set<UInt32> = [2, 4, 7, 8, 9, 10, 11, 12]
    var (refused, opened) = (0, 0)
    for _ in 0..<400 {
      let place = Int.random(in: 0..<original.count, using: &random)
      var damaged = original
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try damaged.write(to: URL(fileURLWithPath: path))
      do {
        let reader = try SegmentReader(path: path)
        let section = Self.section(ofByte: place, in: original)
        #expect(spared.contains(section), "byte \(place) of section \(section) was not verified")
        for document in 0..<reader.documentCount {
          _ = reader.storedBytes(of: document).checksum
          _ = reader.document(withID: reader.id(of: document))
          _ = reader.day(of: document)
        }
        for term in ["w0", "w1", "w2", "w3"] {
          reader.postings(stream: .word, term: Array(term.utf8))?.forEachPosting { _, _, _ in }
        }
        opened += 1
      } catch {
        refused += 1
      }
    }
    #expect(refused > 20 && opened > 100, "\(refused) refused, \(opened) opened")
  }

  @Test func `no update decides by damaged ids what it replaces`() throws {
    let folder = try makeIndex()
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().first { $0.hasSuffix(".segment") })
    var file = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
    let place = try #require(file.indices.last { Self.section(ofByte: $0, in: file) == 2 })
    file[place] ^= 1
    try file.write(to: URL(fileURLWithPath: folder.file(name)))
    let directory = try IndexDirectory(path: folder.path)
    #expect(throws: StorageError.checksumMismatch(path: folder.file(name), part: "document ids")) {
      _ = try RandomCorpus.update(directory) { update in
        var corpus = RandomCorpus(seed: 12)
        try update.add(corpus.document(id: "d7"), to: RandomCorpus.collection)
      }
    }
  }

  /// The id of the section that holds a byte, 0 for the header and the table of sections.
  private static func section(ofByte place: Int, in file: Data) -> UInt32 {
    func number(at offset: Int, byteCount: Int) -> Int {
      (0..<byteCount).reduce(0) { $0 | Int(file[offset + $1]) << ($1 * 8) }
    }
    for entry in 0..<number(at: 12, byteCount: 4) {
      let base = 32 + entry * 32
      let start = number(at: base + 8, byteCount: 8)
      if (start..<start + number(at: base + 16, byteCount: 8)).contains(place) {
        return UInt32(number(at: base, byteCount: 4))
      }
    }
    return 0
  }

  @Test func `a truncated file is an error, not a crash`() throws {
    let folder = try makeIndex()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let original = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
      for kept in [0, 7, 31, 40, original.count / 2, original.count - 1] {
        try original.prefix(kept).write(to: URL(fileURLWithPath: folder.file(name)))
        #expect(throws: StorageError.self) { _ = try IndexDirectory(path: folder.path).open() }
      }
      try original.write(to: URL(fileURLWithPath: folder.file(name)))
    }
  }

  @Test func `a newer format is named with what to do`() throws {
    let folder = try makeIndex()
    let manifest = URL(fileURLWithPath: folder.file("manifest"))
    var bytes = try Data(contentsOf: manifest)
    bytes[8] = 99
    try bytes.write(to: manifest)
    let error = #expect(throws: StorageError.self) { _ = try IndexDirectory(path: folder.path).open() }
    #expect(error?.description.contains("format version 99, this build reads 1; run 'moim reindex'") == true)
  }
}
