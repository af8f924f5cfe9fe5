/// Objects that are lent for the time of a call, without counting a reference of them: they are moved out of their places
/// meanwhile.
///
/// Invariants: `base` points to `count` objects from `init` to `deinit`, but for those that are lent; none is asked for while it
/// is lent. One thread at a time.
@safe struct LentObjects<Object: AnyObject>: ~Copyable {
  private let base: UnsafeMutablePointer<Object>
  private let count: Int

  init(_ objects: [Object]) {
    count = objects.count
    unsafe base = UnsafeMutablePointer.allocate(capacity: max(1, count))
    for (index, object) in objects.enumerated() { unsafe (base + index).initialize(to: object) }
  }

  deinit {
    unsafe base.deinitialize(count: count)
    unsafe base.deallocate()
  }

  @inline(__always) func with<Result>(_ index: Int, _ body: (Object) -> Result) -> Result {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
    let object = unsafe (base + index).move()
    let result = body(object)
    unsafe (base + index).initialize(to: object)
    return result
  }
}
