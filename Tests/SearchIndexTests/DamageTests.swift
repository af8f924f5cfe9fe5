import Foundation
import IndexStorage
import SearchIndex
import TestCorpora
import Testing

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
