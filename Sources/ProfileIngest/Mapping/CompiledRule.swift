/// A rule of a field as it is asked of every record: numbers only, so that asking counts no references.
struct CompiledRule: BitwiseCopyable, Sendable {
  enum Source: UInt8, BitwiseCopyable, Sendable {
    case paths, constant, join
  }

  enum Language: UInt8, BitwiseCopyable, Sendable {
    case unknown, fixed, attribute, guessed
  }

  var source: Source
  var language: Language
  /// Whether texts are taken as they stand.
  var isPlain: Bool
  /// The paths of the source, in ``FieldProgram/paths``.
  var firstPath: Int32
  var pathEnd: Int32
  /// The place of the elements whose texts are taken as they stand, where there is no more to the rule than that; else -1.
  var plainPlace: Int32
  /// The rest of the rule, in ``FieldProgram/details``.
  var detail: Int32

  /// A path that an outline has taken up.
  struct Path: BitwiseCopyable, Sendable {
    /// The place of the elements, or -1 where there is no step.
    var place: Int32
    var parentCount: Int32
    /// The number of the attribute that is meant, or -1 for the element's text.
    var attribute: Int32
    /// The path in ``FieldProgram/testedPaths`` where more than names and one value decides, else -1.
    var tested: Int32
    /// Whether the context itself is meant: `.`.
    var isSelf: Bool

    /// Whether the texts of the elements of a place are meant, of all inside the context.
    var isPlain: Bool { place >= 0 && tested < 0 && attribute < 0 && parentCount == 0 && !isSelf }
  }
}

/// The rules of one field: a stretch of ``FieldProgram/rules``.
struct FieldRules: BitwiseCopyable, Sendable {
  var start: Int32 = 0
  var end: Int32 = 0

  static let none = FieldRules()

  var isEmpty: Bool { start == end }
  var count: Int { Int(end - start) }
}
