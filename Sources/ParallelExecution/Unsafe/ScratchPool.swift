public import Synchronization

/// Keeps working memory from one piece of work to the next, so that a query allocates nothing large.
///
/// Invariant that makes sharing safe: an object is either in the pool or lent to exactly one caller, which the lock
/// around taking and giving back makes sure of. A caller must not keep its object beyond the call.
///
/// Inlined, for a query of microseconds would notice what generic code of another module costs.
public final class ScratchPool<Scratch>: @unchecked Sendable {
  @usableFromInline
  struct Idle: ~Copyable, @unchecked Sendable {
    @usableFromInline var scratches: [Scratch] = []

    @inlinable init() {}
  }

  @usableFromInline let idle: Mutex<Idle>
  @usableFromInline let capacity: Int
  @usableFromInline let make: @Sendable () -> Scratch

  /// - Parameters:
  ///   - capacity: objects that are kept; more than that many callers at once make and drop their own.
  ///   - make: makes a fresh object.
  @inlinable
  public init(capacity: Int = 64, make: @escaping @Sendable () -> Scratch) {
    idle = Mutex(Idle())
    self.capacity = capacity
    self.make = make
  }

  /// Lends an object for the length of the call.
  @inlinable
  public func withScratch<Result, Failure: Error>(
    _ body: (Scratch) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let scratch = idle.withLock { Taken(scratch: $0.scratches.popLast()) }.scratch ?? make()
    let returned = Taken(scratch: scratch)
    defer {
      idle.withLock { idle in
        if idle.scratches.count < capacity, let scratch = returned.scratch { idle.scratches.append(scratch) }
      }
    }
    return try body(scratch)
  }

  @usableFromInline
  struct Taken: @unchecked Sendable {
    @usableFromInline var scratch: Scratch?

    @inlinable init(scratch: Scratch?) { self.scratch = scratch }
  }
}
