import ParallelExecution

extension ForumDesk {
  /// Does what takes long on a thread of its own: those of asynchronous code are few.
  public func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      _ = BackgroundWork { continuation.resume(with: Result(catching: body)) }
    }
  }
}
