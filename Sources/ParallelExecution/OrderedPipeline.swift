import Dispatch

/// Runs numbered items on several threads and hands their outputs to the caller in the order of the items.
///
/// Memory is bounded: no more than ``window`` items are begun and not yet delivered in full, and none of them keeps more
/// than ``outputsPerItem`` outputs waiting; a worker that is ahead of the caller sleeps. What is delivered, and in which
/// order, does not depend on the number of threads.
public struct OrderedPipeline: Sendable {
  /// Worker threads, beside the calling thread, which delivers; 0 where that does everything.
  public let threadCount: Int
  /// Items that may be begun and not yet delivered in full.
  public let window: Int
  /// Outputs of one item that may wait for delivery.
  public let outputsPerItem: Int

  /// - Parameters:
  ///   - threadCount: 0 for no thread but the calling one, which then delivers each output as it is emitted.
  ///   - window: at least `threadCount`; four items a thread unless stated.
  ///   - outputsPerItem: at least 1.
  public init(threadCount: Int, window: Int? = nil, outputsPerItem: Int = 4) {
    self.threadCount = max(0, threadCount)
    self.window = max(1, self.threadCount, window ?? 4 * self.threadCount)
    self.outputsPerItem = max(1, outputsPerItem)
  }

  /// Processes the items `0 ..< itemCount`; returns when everything is delivered and every worker has stopped.
  ///
  /// - Parameters:
  ///   - makeWorker: makes what one thread keeps from item to item (parsers, open files); called once on each thread.
  ///   - process: handles one item and emits any number of outputs, on a worker thread. It should let the
  ///     ``PipelineCancelled`` that the emitter throws pass, and may ask ``OrderedEmitter/isCancelled``.
  ///   - deliver: takes the outputs on the calling thread, by item and then by order of emission.
  /// - Throws: what `deliver` throws, at once; what `process` throws for the first item (in order) that fails, after the
  ///   outputs before it have been delivered. Later items may or may not have been processed by then; none is delivered.
  public func run<Worker, Output: Sendable>(
    itemCount: Int,
    makeWorker: @escaping @Sendable () -> Worker,
    process: @escaping @Sendable (inout Worker, Int, OrderedEmitter<Output>) throws -> Void,
    deliver: (Output) throws -> Void
  ) throws {
    guard threadCount > 0 else {
      return try runHere(itemCount: itemCount, worker: makeWorker(), process: process, deliver: deliver)
    }
    let handover = OrderedHandover<Output>(
      itemCount: itemCount, window: window, outputsPerItem: outputsPerItem)
    let queue = DispatchQueue(label: "moim.ordered-pipeline", attributes: .concurrent)
    let group = DispatchGroup()
    for _ in 0..<min(threadCount, itemCount) {
      queue.async(group: group) {
        let pause = DispatchSemaphore(value: 0)
        var worker = makeWorker()
        while let item = handover.claimItem(pause: pause) {
          do {
            let emitter = OrderedEmitter<Output> { output throws(PipelineCancelled) in
              try handover.put(output, item: item, pause: pause)
            } isGivenUp: {
              handover.isCancelled
            }
            try process(&worker, item, emitter)
            handover.finish(item: item, failure: nil)
          } catch {
            handover.finish(item: item, failure: error)
          }
        }
      }
    }
    // Whatever happens, no worker outlives the call: the closures may refer to what the caller frees next.
    defer {
      handover.cancel()
      group.wait()
    }
    while let outputs = try handover.takeOutputs() {
      for output in outputs { try deliver(output) }
    }
  }

  /// What is emitted is delivered while it is still in the near caches, and its memory goes back to where it came from.
  private func runHere<Worker, Output: Sendable>(
    itemCount: Int, worker: consuming Worker,
    process: (inout Worker, Int, OrderedEmitter<Output>) throws -> Void,
    deliver: (Output) throws -> Void
  ) throws {
    try withoutActuallyEscaping(deliver) { deliver in
      var refusal: (any Error)?
      let emitter = OrderedEmitter<Output> { output throws(PipelineCancelled) in
        guard refusal == nil else { throw PipelineCancelled() }
        do { try deliver(output) } catch {
          refusal = error
          throw PipelineCancelled()
        }
      } isGivenUp: {
        refusal != nil
      }
      for item in 0..<itemCount {
        do { try process(&worker, item, emitter) } catch { throw refusal ?? error }
        if let refusal { throw refusal }
      }
    }
  }
}
