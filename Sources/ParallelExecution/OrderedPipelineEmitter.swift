/// Thrown by ``OrderedEmitter`` when nobody waits for the output any more; let it pass.
public struct PipelineCancelled: Error, Equatable, Sendable, CustomStringConvertible {
  public init() {}
  public var description: String { "the work was given up because its results are no longer wanted" }
}

/// Takes the outputs of one item of an ``OrderedPipeline``, on the thread that processes it.
public struct OrderedEmitter<Output: Sendable> {
  private let put: (Output) throws(PipelineCancelled) -> Void
  private let isGivenUp: () -> Bool

  init(put: @escaping (Output) throws(PipelineCancelled) -> Void, isGivenUp: @escaping () -> Bool) {
    self.put = put
    self.isGivenUp = isGivenUp
  }

  /// Hands one output over; sleeps while too many outputs of this item wait for delivery.
  public func callAsFunction(_ output: Output) throws(PipelineCancelled) { try put(output) }

  /// Whether the outputs of this item are no longer wanted. For work that emits seldom.
  public var isCancelled: Bool { isGivenUp() }
}
