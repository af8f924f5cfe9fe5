import Synchronization

/// Applications whose partners are still to be ranked, in the order in which they came, each once.
final class RankingQueue: Sendable {
  private struct State {
    var order: [String] = []
    var waiting: Set<String> = []
    /// Taken from the queue and not yet ranked.
    var current: String?
    var isRunning = false
  }

  private let state = Mutex(State())

  /// - Returns: whether the caller is to begin taking ``next()``.
  func add(_ receipts: [String]) -> Bool {
    state.withLock { state in
      for receipt in receipts where state.waiting.insert(receipt).inserted { state.order.append(receipt) }
      guard !state.isRunning, !state.waiting.isEmpty else { return false }
      state.isRunning = true
      return true
    }
  }

  /// The next one, the one before being ranked; `nil` where the caller may stop, as all are.
  func next() -> String? {
    state.withLock { state in
      state.current = nil
      while !state.order.isEmpty {
        let receipt = state.order.removeFirst()
        // Whoever asked for it before its turn had it ranked.
        guard state.waiting.remove(receipt) != nil else { continue }
        state.current = receipt
        return receipt
      }
      state.isRunning = false
      return nil
    }
  }

  /// Somebody ranks this one out of its turn.
  func takeOut(_ receipt: String) { _ = state.withLock { $0.waiting.remove(receipt) } }

  /// Whether an application waits or is being ranked.
  func isPending(_ receipt: String) -> Bool {
    state.withLock { $0.waiting.contains(receipt) || $0.current == receipt }
  }
}
