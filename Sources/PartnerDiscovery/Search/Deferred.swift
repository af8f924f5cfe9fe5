import Synchronization

/// A value that is made when somebody first needs it, once for all threads.
final class Deferred<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private let box = AtomicLazyReference<Box>()
  /// Held while the value is made, so that others wait for it and do not make their own.
  private let make: Mutex<(@Sendable () -> Value)?>

  init(_ make: @escaping @Sendable () -> Value) { self.make = Mutex(make) }

  /// - Complexity: a load, once it is made.
  var value: Value {
    if let made = box.load() { return made.value }
    return make.withLock { make in
      if let made = box.load() { return made.value }
      guard let make else { preconditionFailure("a deferred value has a maker until it is made") }
      return box.storeIfNil(Box(make())).value
    }
  }

  /// The value if it is made already.
  var valueIfMade: Value? { box.load()?.value }
}
