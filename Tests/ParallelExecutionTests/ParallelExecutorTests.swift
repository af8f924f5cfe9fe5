import ParallelExecution
import Synchronization
import Testing

@Suite struct ParallelExecutorTests {
  struct Failure: Error, Equatable {
    var index: Int
  }

  @Test(arguments: [1, 2, 8])
  func `every index is done once, results come in order`(threadCount: Int) {
    let executor = ParallelExecutor(threadCount: threadCount)
    let counts = Mutex(Array(repeating: 0, count: 1000))
    executor.forEach(count: 1000) { index, worker in
      #expect((0..<threadCount).contains(worker))
      counts.withLock { $0[index] += 1 }
    }
    #expect(counts.withLock { $0 } == Array(repeating: 1, count: 1000))
    #expect(executor.map(count: 100) { index, _ in index * index } == (0..<100).map { $0 * $0 })
    #expect(executor.map(count: 0) { index, _ in index }.isEmpty)
  }

  @Test(arguments: [1, 4])
  func `the lowest failure is thrown`(threadCount: Int) {
    #expect(throws: Failure(index: 3)) {
      _ = try ParallelExecutor(threadCount: threadCount).map(count: 50) { index, _ throws(Failure) in
        if index >= 3 { throw Failure(index: index) }
        return index
      }
    }
  }
}
