import Glibc
import ParallelExecution
import Synchronization
import Testing

@Suite struct BackgroundWorkTests {
  struct Failure: Error, Equatable {}

  @Test(arguments: [false, true])
  func `whoever waits finds the work done`(isYielding: Bool) {
    let isDone = Mutex(false)
    let work = BackgroundWork(isYielding: isYielding) { isDone.withLock { $0 = true } }
    work.wait()
    work.wait()
    #expect(isDone.withLock { $0 })
  }

  @Test(arguments: [false, true])
  func `a value or an error comes back`(isYielding: Bool) async throws {
    #expect(await BackgroundWork.value(isYielding: isYielding) { 42 } == 42)
    await #expect(throws: Failure()) {
      try await BackgroundWork.value(isYielding: isYielding) { () throws(Failure) -> Int in throw Failure() }
    }
  }

  @Test func `work that yields is nicer than what came before it, and leaves others as they were`() async {
    @Sendable func niceness() -> Int32 { getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0) }
    let usual = await BackgroundWork.value { niceness() }
    #expect(await BackgroundWork.value(isYielding: true) { niceness() } == max(usual, 10))
    for _ in 0..<20 { #expect(await BackgroundWork.value { niceness() } == usual) }
  }
}
