/// A stretch of a record's bytes.
struct TextSlice: BitwiseCopyable {
  var start: Int32
  var end: Int32
  /// What was seen in it, or in what it is a part of.
  var traits: TextTraits

  static let empty = TextSlice(start: 0, end: 0, traits: [])

  var isEmpty: Bool { start == end }
  var count: Int { Int(end - start) }
}
