/// What a record holds of a ``RecordOutline``: elements in the order of the document, with the bytes of their texts.
///
/// Behind one pointer, so that no look at it checks for exclusive access or counts a reference.
///
/// Invariant: `memory` is valid from `init` to `deinit` and used by one thread at a time; nothing that it lends (buffers of
/// bytes) outlives the closure that it is lent to, and those closures do not change the tree.
///
/// - Complexity: the elements that a path means are found in the logarithm of their number.
@safe final class RecordTree {
  private let memory: UnsafeMutablePointer<RecordMemory>

  init(plan: RecordPlan) {
    unsafe memory = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe memory.initialize(to: RecordMemory(plan: plan))
  }

  deinit {
    unsafe memory.deinitialize(count: 1)
    unsafe memory.deallocate()
  }

  var plan: RecordPlan { unsafe memory.pointee.plan }

  var view: RecordView { unsafe RecordView(memory) }

  // MARK: Building

  func begin() { unsafe memory.pointee.begin() }

  func enter(node: Int) { unsafe memory.pointee.enter(node: node) }

  /// Adds an attribute of the element that was entered last.
  func add(attribute number: Int, value: String) {
    var value = value
    value.withUTF8 { unsafe memory.pointee.add(attribute: number, value: $0) }
  }

  func leave(text: String) {
    var text = text
    text.withUTF8 { unsafe memory.pointee.leave($0) }
  }

  func finish() { unsafe memory.pointee.finish() }
}
