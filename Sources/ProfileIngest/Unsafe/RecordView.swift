/// What a ``RecordTree`` holds, to be looked at: an address, so that no look counts a reference.
///
/// Invariants: the tree outlives its views; nothing that is lent (buffers of bytes) outlives the closure that it is lent to, and
/// those closures do not change the tree.
@safe struct RecordView: BitwiseCopyable {
  private let memory: UnsafeMutablePointer<RecordMemory>

  init(_ memory: UnsafeMutablePointer<RecordMemory>) { unsafe self.memory = memory }

  /// For the parser, which enters elements itself while a record is open.
  @unsafe var address: UnsafeMutablePointer<RecordMemory> { unsafe memory }

  /// Begins with a record's own element.
  @unsafe func beginRoot(
    _ attributeCount: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    _ cache: UnsafeMutablePointer<XMLNameCache>
  ) {
    unsafe memory.pointee.begin()
    unsafe memory.pointee.enter(node: 0)
    let wantsAttributes = unsafe memory.pointee.plan.outline.traits(of: 0).contains(.attributes)
    if wantsAttributes { unsafe memory.pointee.add(attributeCount, attributes, cache) }
  }

  /// Whether the text of the record's own element matters, beside that of its children.
  var wantsText: Bool { unsafe memory.pointee.plan.outline.nodes[0].wantsText }

  var plan: RecordPlan { unsafe memory.pointee.plan }
  var program: FieldProgram { unsafe memory.pointee.plan.program }

  // Invariant: numbers of rules, paths and conditions are those that the plan's compiler gave.
  @inline(__always) func rule(_ index: Int32) -> CompiledRule { unsafe memory.pointee.rules[Int(index)] }
  @inline(__always) func path(_ index: Int32) -> CompiledRule.Path { unsafe memory.pointee.paths[Int(index)] }

  @inline(__always) func condition(_ index: Int) -> RecordPlan.Condition { unsafe memory.pointee.conditions[index] }

  /// The conditions of one of the plan's rules for records.
  func conditions(ofRule rule: Int) -> Range<Int> {
    let ends = unsafe memory.pointee.conditionEnds
    return unsafe (rule > 0 ? Int(ends[rule - 1]) : 0)..<Int(ends[rule])
  }

  /// Takes one from what may still be looked at; `false` where nothing is left.
  func spendValue() -> Bool {
    unsafe memory.pointee.valueBudget -= 1
    return unsafe memory.pointee.valueBudget > 0
  }

  var isSpent: Bool { unsafe memory.pointee.valueBudget <= 0 }

  func node(of element: Int) -> Int { unsafe Int(memory.pointee.elements[element].node) }
  func parent(of element: Int) -> Int { unsafe Int(memory.pointee.elements[element].parent) }
  func text(of element: Int) -> TextSlice { unsafe memory.pointee.elements[element].text }
  func attribute(_ number: Int, of element: Int) -> TextSlice? { unsafe memory.pointee.attribute(number, of: element) }
  func isEmpty(_ place: Int) -> Bool { unsafe memory.pointee.isEmpty(place) }
  func placed(at place: Int, inside element: Int) -> Range<Int> {
    unsafe memory.pointee.placed(at: place, inside: element)
  }
  func placedElement(_ index: Int) -> Int { unsafe memory.pointee.placedElement(index) }

  // MARK: Text

  func string(_ slice: TextSlice) -> String { unsafe String.trusted(memory.pointee.buffer(slice), slice.traits) }

  func isEqual(_ slice: TextSlice, _ text: String) -> Bool { unsafe text.hasBytes(memory.pointee.buffer(slice)) }

  /// Lends the bytes of a slice. The closure must not change the tree.
  @inline(__always) @unsafe func withBytes<Result>(
    _ slice: TextSlice, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    unsafe body(memory.pointee.buffer(slice))
  }

  /// How many bytes there are; what is appended after may be cut off again with ``cut(to:)``.
  var byteCount: Int { unsafe memory.pointee.bytes.count }
  func cut(to count: Int) { unsafe memory.pointee.bytes.truncate(to: count) }

  func append(_ text: String) -> TextSlice {
    var text = text
    return text.withUTF8 { unsafe memory.pointee.append($0) }
  }

  func append(_ bytes: [UInt8]) -> TextSlice {
    unsafe bytes.withUnsafeBufferPointer { unsafe memory.pointee.append($0) }
  }

  /// Appends the parts one behind the other.
  func joined(_ first: TextSlice, _ second: TextSlice) -> TextSlice {
    let start = Int32(byteCount)
    unsafe memory.pointee.bytes.append(Int(first.start)..<Int(first.end))
    unsafe memory.pointee.bytes.append(Int(second.start)..<Int(second.end))
    return TextSlice(start: start, end: Int32(byteCount), traits: first.traits.union(second.traits))
  }
}
