import Foundation
import TermBridging
import TestCorpora
import Testing
import TextAnalysis

@Suite struct TermPairFileTests {
  private let file = TermPairFile(
    analyzer: Samples.analyzer.identity, evidenceCount: 12, textCount: 8,
    pairs: TermPairMiner(analyzer: Samples.analyzer).pairs(in: Samples.parallelTexts))

  @Test func `what was written is read`() throws {
    let folder = try TemporaryFolder()
    try file.write(to: folder.file("pairs"))
    #expect(try TermPairFile(path: folder.file("pairs")) == file)
  }

  @Test func `any flipped bit and any lost byte is found`() throws {
    let folder = try TemporaryFolder()
    let bytes = file.fileBytes
    func read(_ bytes: [UInt8]) throws {
      try Data(bytes).write(to: URL(filePath: folder.file("pairs")))
      _ = try TermPairFile(path: folder.file("pairs"))
    }
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[place] ^= 1 << UInt8(place % 8)
      #expect(throws: TermBridgingError.self) { try read(damaged) }
    }
    for count in [0, 7, 19, 20, bytes.count / 2, bytes.count - 1] {
      #expect(throws: TermBridgingError.self) { try read(Array(bytes.prefix(count))) }
    }
  }

  @Test func `an error says what to do`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("pairs", "something else, long enough for a header")
    let error = #expect(throws: TermBridgingError.self) { _ = try TermPairFile(path: path) }
    #expect(error == .notTermPairs(path: path))
    #expect(error?.description.contains("moim bridge mine") == true)
  }
}
