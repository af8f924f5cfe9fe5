import ForumRecords
import Foundation
import ResearchProfiles
import Synchronization
import TestCorpora
import Testing

@Suite struct ForumConcurrencyTests {
  let forum: ForumFolder
  var store: ForumStore { forum.store }

  init() throws { forum = try ForumFolder() }

  /// Everything waits for another process's write and is then carried out together.
  @Test func `a change that fails does not hinder those that wait with it`() throws {
    let receipt = try store.submitSample(consents: [])
    let shared = forum.store
    let outcomes = Mutex<[Int: String]>([:])
    let waiting = Mutex(0)
    let raw = try RawDatabase(path: forum.path)
    let isDone = Mutex(false)
    try raw.whileWriting { () throws in
      Thread.detachNewThread {
        Concurrently.run(count: 40) { worker in
          waiting.withLock { $0 += 1 }
          let outcome: String
          do {
            if worker % 2 == 0 {
              outcome = try shared.submitSample("\(worker)")
            } else if worker % 4 == 1 {
              try shared.setContact(ContactDetails(receipt: "none", personName: "x"), actor: "kim", time: noon)
              outcome = "?"
            } else {
              let provided = try shared.provide(
                ["phone"], of: receipt, to: "kist", purpose: "joint_research", actor: "kim", time: noon)
              outcome = "\(provided)"
            }
          } catch {
            outcome = "\(error)"
          }
          outcomes.withLock { $0[worker] = outcome }
        }
        isDone.withLock { $0 = true }
      }
      while waiting.withLock({ $0 }) < 40 { Thread.sleep(forTimeInterval: 0.001) }
      Thread.sleep(forTimeInterval: 0.05)
    }
    while !isDone.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.002) }
    let found = outcomes.withLock { $0 }
    let receipts = found.filter { $0.key % 2 == 0 }.map(\.value)
    #expect(Set(receipts) == Set((2...21).map { "2026-00" + ($0 < 10 ? "0\($0)" : "\($0)") }))
    for (worker, outcome) in found where worker % 4 == 1 {
      #expect(outcome == "\(ForumStoreError.unknown(kind: "application", id: "none"))")
    }
    for (worker, outcome) in found where worker % 4 == 3 {
      #expect(outcome.hasPrefix("no live consent of application \(receipt)"))
    }
    #expect(try store.applications().total == 21)
    #expect(try store.provisions().total == 0)
    #expect(try store.actions().count(where: { $0 == "application.submit" }) == 21)
  }

  @Test func `a hundred tasks submit at once on few threads, and cancelling loses none`() async throws {
    let shared = forum.store
    let receipts = await withTaskGroup(of: String?.self) { group in
      for number in 0..<100 {
        group.addTask {
          let task = Task {
            try? await shared.submitSuspending(
              sampleApplication("\(number)"), contact: sampleContact, actor: "applicant", time: noon)
          }
          if number % 3 == 0 { task.cancel() }
          return await task.value?.application.receipt
        }
      }
      return await group.reduce(into: [String]()) { all, receipt in all.append(receipt ?? "none") }
    }
    let expected = (1...100).map { number in "2026-\(String(10_000 + number).dropFirst())" }
    #expect(receipts.sorted() == expected)
    #expect(try store.applications().total == 100)
    let reader = try ForumStore(path: forum.path, mode: .readOnly)
    await #expect(throws: ForumStoreError.openedForReading(path: forum.path)) {
      _ = try await reader.submitSuspending(sampleApplication(), actor: "applicant", time: noon)
    }
    await #expect(throws: ForumStoreError.invalid(field: "items", reason: "there are none")) {
      _ = try await shared.submitSuspending(
        sampleApplication(), consents: [sampleConsent(items: [])], actor: "applicant", time: noon)
    }
  }

  /// Officers revise the same application as fast as they can: no change is lost, every loser is told.
  @Test func `of two who revise the same version one is told`() throws {
    let receipt = try store.submitSample()
    let shared = forum.store
    let winCount = Mutex(0)
    Concurrently.run(count: 6) { worker in
      for round in 0..<10 {
        guard var application = try? shared.application(receipt: receipt) else { continue }
        application.application.title = "\(worker) \(round)"
        if (try? shared.revise(application, actor: "officer \(worker)", time: noon)) != nil {
          winCount.withLock { $0 += 1 }
        }
      }
    }
    let wins = winCount.withLock { $0 }
    let revisions = try store.revisions(of: receipt)
    #expect(try store.application(receipt: receipt)?.revision == wins + 1)
    #expect(revisions.map(\.application.revision) == Array((1...wins).reversed()))
    #expect(wins >= 10)
  }

  @Test func `readers go on while one writes`() throws {
    let receipt = try store.submitSample()
    let raw = try RawDatabase(path: forum.path)
    try raw.whileWriting { () throws in
      #expect(try store.application(receipt: receipt) != nil)
      #expect(try store.applicationStatistics().total == 1)
    }
  }

  @Test func `a full disk is named, and what waited with it is tried again`() throws {
    let receipt = try store.submitSample()
    // SQLite's own limit stands for the disk's.
    _ = try store.limitPageCount(growth: 12)
    let long = String(repeating: "가", count: 1300)
    let shared = forum.store
    let path = forum.path
    let kept = Mutex<[String]>([])
    Concurrently.run(count: 8) { worker in
      for number in 0..<8 {
        do throws(ForumStoreError) {
          let text = "\(worker) \(number) \(long)"
          let note = try shared.addNote(text, receipt: receipt, organization: "snu", actor: "kim", time: noon)
          kept.withLock { $0.append(note.text) }
        } catch {
          #expect(error == .diskFull(path: path))
        }
      }
    }
    let acknowledged = kept.withLock { $0.sorted() }
    #expect((1..<64).contains(acknowledged.count))
    #expect(try store.notes(receipt: receipt).map(\.text).sorted() == acknowledged)
    #expect(try store.auditEntries(AuditFilter(action: "note.add")).total == acknowledged.count)
  }
}
