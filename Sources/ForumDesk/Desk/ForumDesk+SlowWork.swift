import ParallelExecution

extension ForumDesk {
  /// Does what takes long (an import, an erasure), or waits for the disk, on a thread of its own: those of asynchronous code
  /// are few.
  ///
  /// - Throws: what the work throws.
  public func offThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await BackgroundWork.value(body)
  }
}
