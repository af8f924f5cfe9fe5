import ForumRecords
import Foundation
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct RegistryCrashTests {
  static let batchSize = 25

  static func batch(_ number: Int) -> [RegistryChange] {
    (0..<batchSize).map { index in
      storing(
        project("p\(number)-\(index)", participants: [("o\(number % 5)", .coordinator), ("new\(number)", .owner)]))
    }
  }

  /// Whole batches only, each of them intact.
  static func expectWholeBatches(in registry: Registry) throws -> Int {
    #expect(try registry.verify() == [])
    let count = try registry.counts().evidenceCount
    #expect(count.isMultiple(of: batchSize))
    #expect(try registry.currentSequence() == Int64(count / batchSize))
    for number in 0..<count / batchSize {
      #expect(try registry.evidenceIDs(of: OrganizationID("new\(number)")).count == batchSize)
    }
    return count / batchSize
  }

  @Test(arguments: [5, 12, 20, 33, 60])
  func `a process killed while it writes leaves whole batches`(afterMilliseconds delay: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("registry.sqlite")
    try Registry(path: path, mode: .readWrite).close()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as Int] in
      let registry = try Registry(path: path, mode: .readWrite)
      _ = try registry.apply(RegistryCrashTests.batch(0))
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: Double(delay) / 1000)
        kill(getpid(), SIGKILL)
      }
      for number in 1... { _ = try registry.apply(RegistryCrashTests.batch(number)) }
    }
    let registry = try Registry(path: path, mode: .readWrite)
    let batchCount = try Self.expectWholeBatches(in: registry)
    #expect(batchCount > 0)
    #expect(try registry.apply(Self.batch(batchCount)).allSatisfy { $0.effect == .added })
  }

  @Test func `a log cut off at any byte gives back whole batches`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("registry.sqlite")
    let registry = try Registry(path: path, mode: .readWrite)
    for number in 0..<6 { _ = try registry.apply(Self.batch(number)) }
    let database = try Data(contentsOf: URL(fileURLWithPath: path))
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    #expect(!log.isEmpty)
    var seen: Set<Int> = []
    for part in 0...12 {
      let copy = folder.file("copy\(part).sqlite")
      try database.write(to: URL(fileURLWithPath: copy))
      try log.prefix(log.count * part / 12).write(to: URL(fileURLWithPath: copy + "-wal"))
      seen.insert(try Self.expectWholeBatches(in: Registry(path: copy, mode: .readWrite)))
    }
    #expect(seen.max() == 6)
    #expect(seen.count > 2)
  }
}
