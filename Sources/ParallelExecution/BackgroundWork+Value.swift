extension BackgroundWork {
  /// Does slow work on a thread of its own and waits for it without holding up a thread of asynchronous code, of which
  /// there are few.
  ///
  /// - Parameter isYielding: as ``init(isYielding:_:)``.
  /// - Throws: what the work throws.
  public static func value<Value: Sendable, Failure: Error>(
    isYielding: Bool = false, _ body: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let result = await withCheckedContinuation { continuation in
      _ = BackgroundWork(isYielding: isYielding) {
        continuation.resume(returning: Result<Value, Failure> { () throws(Failure) in try body() })
      }
    }
    return try result.get()
  }
}
