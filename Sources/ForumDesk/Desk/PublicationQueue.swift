import Synchronization

/// Sees to it that one publication runs at a time and that nothing asked for meanwhile is forgotten.
final class PublicationQueue: Sendable {
  private enum State {
    case idle, running
    case runningAndAskedAgain
  }

  private let state = Mutex(State.idle)

  /// Whether the caller is to begin.
  func begin() -> Bool {
    state.withLock { state in
      switch state {
      case .idle:
        state = .running
        return true
      case .running, .runningAndAskedAgain:
        state = .runningAndAskedAgain
        return false
      }
    }
  }

  /// Whether there is more to do.
  func finishRound() -> Bool {
    state.withLock { state in
      if case .runningAndAskedAgain = state {
        state = .running
        return true
      }
      state = .idle
      return false
    }
  }
}
