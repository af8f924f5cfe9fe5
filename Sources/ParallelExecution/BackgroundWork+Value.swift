extension BackgroundWork {
  /// Does slow work on a thread of its own and waits for it without holding up a thread of asynchronous code, of which
  /// there are few.
  ///
  /// - Throws: what the work throws.
  public static func value<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      _ = BackgroundWork { continuation.resume(with: Result { try body() }) }
    }
  }
}
