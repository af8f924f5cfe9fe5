/// Where a value stands in a record: a path of element names as XPath writes it, from the record's own element on.
///
/// `ProjectTitle/Korean`, `item[@metaCode='Title']`, `Ministry/@code`, `../CommissionType`, `.`, `author[2]/name`. Names match
/// whatever their namespace, unless they carry a prefix that the mapping file declares (`dc:title`). In JSON, keys are
/// element names and lists repeat them.
struct FieldPath: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    var name: String
    /// `nil` for any.
    var namespace: String?
    var tests: [Test] = []
  }

  /// What stands in brackets behind a step.
  enum Test: Hashable, Sendable {
    case attribute(String, Comparison)
    /// The text of a child element.
    case child(String, Comparison)
    /// From 1, among the elements of that name in one parent that pass the tests before it.
    case position(Int)
  }

  enum Comparison: Hashable, Sendable {
    case exists
    case equals(String)
    case differs(String)
  }

  /// Steps towards the record's element before those below: `..`.
  var parentCount = 0
  var steps: [Step] = []
  /// The attribute that is meant, of the element that the steps lead to.
  var attribute: String?

  /// Where a ``RecordOutline`` has the elements of the steps; filled in by it.
  var nodes: [Int] = []
  /// Where one attribute of the last step's element decides, what a ``RecordOutline`` has those with that value under.
  var variant: Variant?

  struct Variant: Hashable, Sendable {
    var node: Int
    var table: Int
    /// The place of the value in the table.
    var value: Int
  }

  /// Whether nothing but names decides which elements are meant.
  var hasTests: Bool { steps.contains { !$0.tests.isEmpty } }
}
