import Dispatch

/// Thrown by ``OrderedEmitter`` when nobody waits for the output any more; let it pass.
public struct PipelineCancelled: Error, Equatable, Sendable, CustomStringConvertible {
  public init() {}
  public var description: String { "the work was given up because its results are no longer wanted" }
}

/// Takes the outputs of one item of an ``OrderedPipeline``.
public struct OrderedEmitter<Output: Sendable>: Sendable {
  let handover: OrderedHandover<Output>
  let item: Int
  let pause: DispatchSemaphore

  /// Hands one output over; sleeps while too many outputs of this item wait for delivery.
  public func callAsFunction(_ output: Output) throws(PipelineCancelled) {
    try handover.put(output, item: item, pause: pause)
  }

  /// Whether the outputs of this item are no longer wanted. For work that emits seldom.
  public var isCancelled: Bool { handover.isCancelled }
}
