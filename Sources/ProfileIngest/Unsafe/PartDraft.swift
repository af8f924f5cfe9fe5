/// The part that a ``RecordCollector`` fills, in memory of its own: no record that is added asks whether somebody else looks at
/// the part meanwhile.
///
/// Invariants: `memory` holds a part from `init` to `deinit` and is used by one thread at a time; nothing that is handed to the
/// collector looks at the part.
@safe struct PartDraft: ~Copyable {
  private let memory: UnsafeMutablePointer<IngestPart>

  init() {
    unsafe memory = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe memory.initialize(to: IngestPart())
  }

  deinit {
    unsafe memory.deinitialize(count: 1)
    unsafe memory.deallocate()
  }

  var part: IngestPart {
    @inline(__always) _read { yield unsafe memory.pointee }
    @inline(__always) nonmutating _modify { yield unsafe &memory.pointee }
  }

  /// Hands the part over; the draft is an empty one after it.
  func take() -> IngestPart {
    let part = unsafe memory.move()
    unsafe memory.initialize(to: IngestPart())
    return part
  }
}
