import ForumRecords
import Foundation
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct ForumCrashTests {
  /// A child process takes in applications on four threads and writes down each receipt once it has it, in a file that
  /// outlives it. It is killed in the middle. Every receipt that was written down must be there, whole.
  @Test(arguments: [15, 40, 80, 150])
  func `a process killed while it takes in applications loses none that it acknowledged`(
    afterMilliseconds delay: Int
  ) async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("forum.sqlite")
    try ForumStore(path: path, mode: .readWrite).close()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as Int] in
      let store = try ForumStore(path: path, mode: .readWrite)
      for worker in 0..<4 {
        let log = path + ".acknowledged\(worker)"
        try Data().write(to: URL(fileURLWithPath: log))
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        Thread.detachNewThread {
          var number = 0
          while let receipt = try? store.submitSample("\(worker)-\(number)") {
            try? handle.write(contentsOf: Data("\(receipt) \(worker)-\(number)\n".utf8))
            number += 1
          }
        }
      }
      // Not before something was acknowledged, however slow the machine is.
      let first = path + ".acknowledged0"
      while (try? Data(contentsOf: URL(fileURLWithPath: first)).isEmpty) != false {
        Concurrently.pause(milliseconds: 1)
      }
      Concurrently.pause(milliseconds: delay)
      kill(getpid(), SIGKILL)
    }
    let store = try ForumStore(path: path, mode: .readWrite)
    var acknowledged: [String: String] = [:]
    for worker in 0..<4 {
      let text = try String(contentsOfFile: path + ".acknowledged\(worker)", encoding: .utf8)
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: " ").map(String.init)
        #expect(acknowledged.updateValue(parts[1], forKey: parts[0]) == nil, "\(parts[0]) was given twice")
      }
    }
    #expect(!acknowledged.isEmpty)
    for (receipt, title) in acknowledged {
      #expect(try store.application(receipt: receipt)?.application.title == title)
      #expect(try store.contact(receipt: receipt)?.personName == "홍길동")
      #expect(try store.liveConsents(receipt: receipt, at: noon).count == 1)
    }
    // What was not acknowledged is there as a whole or not at all.
    let all = try store.applications().items
    #expect(all.count >= acknowledged.count)
    for application in all { #expect(try store.contact(receipt: application.receipt) != nil) }
    #expect(try store.auditEntries(AuditFilter(action: "application.submit")).total == all.count)
    #expect(try rawRows(path, "PRAGMA integrity_check") == ["ok"])
    let next = try store.submitSample("next")
    #expect(!all.map(\.receipt).contains(next))
  }

  @Test func `a log cut off at any byte gives back whole submissions`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("forum.sqlite")
    let store = try ForumStore(path: path, mode: .readWrite)
    for number in 0..<6 { try store.submitSample("\(number)") }
    let database = try Data(contentsOf: URL(fileURLWithPath: path))
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    var seen: Set<Int> = []
    // The first part holds the tables: a file without them is made anew.
    for part in 0...12 {
      let copy = folder.file("copy\(part).sqlite")
      try database.write(to: URL(fileURLWithPath: copy))
      try log.prefix(log.count * part / 12).write(to: URL(fileURLWithPath: copy + "-wal"))
      let restored = try ForumStore(path: copy, mode: .readWrite)
      let all = try restored.applications().items
      #expect(all.map(\.receipt).sorted() == (1...7).prefix(all.count).map { "2026-000\($0)" })
      for application in all { #expect(try restored.contact(receipt: application.receipt) != nil) }
      #expect(try restored.auditEntries(AuditFilter(action: "application.submit")).total == all.count)
      seen.insert(all.count)
    }
    #expect(seen.max() == 6)
    #expect(seen.count > 2)
  }

  /// The purge has deleted, and the process ends before the bytes are gone: the next opening finishes it.
  @Test func `a process killed within a purge leaves nothing after the next opening`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("forum.sqlite")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try ForumStore(path: path, mode: .readWrite, busyTimeoutSeconds: 30)
      let receipt = try store.submitSample()
      // Held up by a reader, the purge waits; meanwhile the process ends.
      let reader = try HeldSnapshot(path: path)
      Thread.detachNewThread { _ = try? store.purge(receipts: [receipt], actor: "kim", time: noon) }
      while try store.contact(receipt: receipt) != nil { Concurrently.pause(milliseconds: 1) }
      Concurrently.pause(milliseconds: 50)
      _ = withExtendedLifetime(reader) { kill(getpid(), SIGKILL) }
    }
    let store = try ForumStore(path: path, mode: .readWrite)
    #expect(try store.contact(receipt: "2026-0001") == nil)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
      for text in ["hong@example.kr", "010-1234-5678", "홍길동"] {
        #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) in \(name)")
      }
    }
  }
}
