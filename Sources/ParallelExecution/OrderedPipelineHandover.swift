import Dispatch
import Synchronization

/// The bounded buffer between the workers and the delivering thread of an ``OrderedPipeline``.
///
/// The item at the head (the first that is not delivered in full) is always claimed before any other, and its worker
/// only ever waits for the delivering thread: so somebody can always go on.
final class OrderedHandover<Output: Sendable>: Sendable {
  /// One item between its claim and its full delivery.
  private struct Slot {
    var outputs: [Output] = []
    var isFinished = false
    var failure: (any Error)?
  }

  private struct State {
    /// The next item to claim.
    var nextItem = 0
    /// The item that is being delivered.
    var headItem = 0
    /// By item modulo the window.
    var slots: [Slot]
    /// No item behind a failed one is begun.
    var itemLimit: Int
    var isCancelled = false
    /// Workers asleep until the head moves or outputs are taken.
    var sleepers: [DispatchSemaphore] = []
    var consumerSleeps = false

    mutating func takeSleepers() -> [DispatchSemaphore] {
      defer { sleepers.removeAll(keepingCapacity: true) }
      return sleepers
    }

    mutating func takeConsumer() -> Bool {
      defer { consumerSleeps = false }
      return consumerSleeps
    }
  }

  /// What a step under the lock decided.
  private enum Step<Value> {
    case done(Value)
    case sleep
  }

  private let itemCount: Int
  private let window: Int
  private let outputsPerItem: Int
  private let state: Mutex<State>
  private let consumerPause = DispatchSemaphore(value: 0)

  init(itemCount: Int, window: Int, outputsPerItem: Int) {
    self.itemCount = itemCount
    self.window = window
    self.outputsPerItem = outputsPerItem
    state = Mutex(State(slots: Array(repeating: Slot(), count: window), itemLimit: itemCount))
  }

  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Stops everything: sleeping workers wake, no item is begun, every `put` throws.
  func cancel() {
    let sleepers = state.withLock { state in
      state.isCancelled = true
      return state.takeSleepers()
    }
    for sleeper in sleepers { sleeper.signal() }
  }

  /// The next item to work on, or `nil` when there is none left. Sleeps while the window is full.
  func claimItem(pause: DispatchSemaphore) -> Int? {
    while true {
      let step: Step<Int?> = state.withLock { state in
        if state.isCancelled || state.nextItem >= state.itemLimit { return .done(nil) }
        guard state.nextItem < state.headItem + window else {
          state.sleepers.append(pause)
          return .sleep
        }
        state.nextItem += 1
        return .done(state.nextItem - 1)
      }
      switch step {
      case .done(let item): return item
      case .sleep: pause.wait()
      }
    }
  }

  /// Adds an output of a claimed item; sleeps while the item has too many of them waiting.
  func put(_ output: Output, item: Int, pause: DispatchSemaphore) throws(PipelineCancelled) {
    while true {
      let step: Step<(isCancelled: Bool, wakesConsumer: Bool)> = state.withLock { state in
        if state.isCancelled || item >= state.itemLimit { return .done((true, false)) }
        guard state.slots[item % window].outputs.count < outputsPerItem else {
          state.sleepers.append(pause)
          return .sleep
        }
        state.slots[item % window].outputs.append(output)
        return .done((false, item == state.headItem ? state.takeConsumer() : false))
      }
      switch step {
      case .done((true, _)): throw PipelineCancelled()
      case .done((false, let wakesConsumer)):
        if wakesConsumer { consumerPause.signal() }
        return
      case .sleep: pause.wait()
      }
    }
  }

  /// Ends a claimed item.
  func finish(item: Int, failure: (any Error)?) {
    let (wakesConsumer, sleepers) = state.withLock { state in
      state.slots[item % window].isFinished = true
      state.slots[item % window].failure = failure
      var sleepers: [DispatchSemaphore] = []
      if failure != nil, item + 1 < state.itemLimit {
        state.itemLimit = item + 1
        sleepers = state.takeSleepers()  // work behind the failure is in vain: let it end
      }
      return (item == state.headItem ? state.takeConsumer() : false, sleepers)
    }
    for sleeper in sleepers { sleeper.signal() }
    if wakesConsumer { consumerPause.signal() }
  }

  /// Outputs that are next in order, at least one; `nil` when all items are delivered. Sleeps while there is none.
  ///
  /// - Throws: the failure of the item that is next in order.
  func takeOutputs() throws -> [Output]? {
    while true {
      var failure: (any Error)?
      var sleepers: [DispatchSemaphore] = []
      let step: Step<[Output]?> = state.withLock { state in
        while state.headItem < itemCount {
          let place = state.headItem % window
          if !state.slots[place].outputs.isEmpty {
            let outputs = state.slots[place].outputs
            state.slots[place].outputs = []
            sleepers += state.takeSleepers()
            return .done(outputs)
          }
          guard state.slots[place].isFinished else {
            state.consumerSleeps = true
            return .sleep
          }
          failure = state.slots[place].failure
          if failure != nil { return .done(nil) }
          state.slots[place] = Slot()
          state.headItem += 1
          sleepers += state.takeSleepers()
        }
        return .done(nil)
      }
      for sleeper in sleepers { sleeper.signal() }
      if let failure { throw failure }
      switch step {
      case .done(let outputs): return outputs
      case .sleep: consumerPause.wait()
      }
    }
  }
}
