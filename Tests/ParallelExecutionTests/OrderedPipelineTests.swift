import ParallelExecution
import Synchronization
import Testing

@Suite struct OrderedPipelineTests {
  /// SplitMix64: the same numbers for the same seed, everywhere.
  private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private struct Broken: Error, Equatable { var item: Int }
  private struct Refused: Error, Equatable { var output: Int }

  /// Burns time that nothing can optimise away.
  private static func work(_ rounds: Int) -> UInt64 {
    var numbers = SeededNumbers(state: UInt64(rounds))
    var sum: UInt64 = 0
    for _ in 0..<rounds { sum &+= numbers.next() }
    return sum
  }

  @Test(arguments: UInt64(1)...24)
  func `outputs arrive by item and then by order of emission, for any shape of work`(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let itemCount = Int.random(in: 0...200, using: &numbers)
    let outputCounts = (0..<itemCount).map { _ in Int.random(in: 0...9, using: &numbers) }
    let efforts = (0..<itemCount).map { _ in Int.random(in: 0...4000, using: &numbers) }
    let pipeline = OrderedPipeline(
      threadCount: Int.random(in: 0...8, using: &numbers), window: Int.random(in: 1...12, using: &numbers),
      outputsPerItem: Int.random(in: 1...5, using: &numbers))
    var delivered: [[Int]] = []
    try pipeline.run(
      itemCount: itemCount, makeWorker: { 0 },
      process: { (worker: inout Int, item: Int, emit: OrderedEmitter<[Int]>) in
        for output in 0..<outputCounts[item] {
          worker += Int(truncatingIfNeeded: Self.work(efforts[item]) & 1)
          try emit([item, output])
        }
      },
      deliver: { delivered.append($0) })
    #expect(delivered == (0..<itemCount).flatMap { item in (0..<outputCounts[item]).map { [item, $0] } })
  }

  @Test(arguments: [0, 1, 2, 8])
  func `no more than the window is begun and no more than the allowance waits`(threadCount: Int) throws {
    let pipeline = OrderedPipeline(threadCount: threadCount, window: 8, outputsPerItem: 2)
    let waiting = Atomic<Int>(0)
    let most = Mutex(0)
    var count = 0
    try pipeline.run(
      itemCount: 300, makeWorker: { () },
      process: { (_: inout Void, item: Int, emit: OrderedEmitter<Int>) in
        for _ in 0..<6 {
          try emit(item)
          let now = waiting.add(1, ordering: .relaxed).newValue
          most.withLock { $0 = max($0, now) }
        }
      },
      deliver: { _ in
        count += 1
        waiting.subtract(1, ordering: .relaxed)
        if count % 50 == 0 { _ = Self.work(100_000) }
      })
    #expect(count == 1800)
    // The window's outputs, those that were taken and wait in the caller's hand, and one uncounted for each worker.
    #expect(most.withLock { $0 } <= 8 * 2 + 2 + threadCount)
  }

  @Test(arguments: [0, 1, 2, 5])
  func `the failure of the first item in order is thrown after all outputs before it`(threadCount: Int) {
    let pipeline = OrderedPipeline(threadCount: threadCount)
    var delivered: [Int] = []
    #expect(throws: Broken(item: 37)) {
      try pipeline.run(
        itemCount: 100, makeWorker: { () },
        process: { (_: inout Void, item: Int, emit: OrderedEmitter<Int>) in
          try emit(item)
          if item >= 37, item % 2 == 1 { throw Broken(item: item) }
        },
        deliver: { delivered.append($0) })
    }
    #expect(delivered == Array(0...37))
  }

  @Test(arguments: [0, 1, 2, 5])
  func `a refusal by the caller stops the workers and is thrown`(threadCount: Int) {
    let pipeline = OrderedPipeline(threadCount: threadCount, window: 6, outputsPerItem: 1)
    let begun = Atomic<Int>(0)
    var delivered = 0
    #expect(throws: Refused(output: 10)) {
      try pipeline.run(
        itemCount: 1_000_000, makeWorker: { () },
        process: { (_: inout Void, item: Int, emit: OrderedEmitter<Int>) in
          begun.add(1, ordering: .relaxed)
          while true {  // an item without end: only the cancellation can stop it
            try emit(item)
            if item < 10 { break }
          }
        },
        deliver: { output in
          if output == 10 { throw Refused(output: output) }
          delivered += 1
        })
    }
    #expect(delivered == 10)
    #expect(begun.load(ordering: .relaxed) <= 10 + 6 + threadCount)
  }

  @Test func `each thread keeps its worker from item to item`() throws {
    let made = Atomic<Int>(0)
    var total = 0
    try OrderedPipeline(threadCount: 3).run(
      itemCount: 60,
      makeWorker: {
        made.add(1, ordering: .relaxed)
        return 0
      },
      process: { (worker: inout Int, _: Int, emit: OrderedEmitter<Int>) in
        worker += 1
        try emit(1)
      },
      deliver: { total += $0 })
    #expect(total == 60)
    #expect(made.load(ordering: .relaxed) <= 3)
  }

  @Test func `nothing to do ends at once`() throws {
    try OrderedPipeline(threadCount: 4).run(
      itemCount: 0, makeWorker: { () }, process: { (_: inout Void, _: Int, _: OrderedEmitter<Int>) in },
      deliver: { _ in Issue.record("nothing was to be delivered") })
  }
}
