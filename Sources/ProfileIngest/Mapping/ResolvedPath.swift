/// A ``FieldPath`` that an outline has taken up, with what is asked of it for every record.
///
/// A class for the same reason as ``FieldRule``.
final class ResolvedPath: Sendable {
  let path: FieldPath
  /// The attribute that is meant, or `nil` for the element's text.
  let attribute: String?
  /// The node of the last step, or -1 where there is no step.
  let target: Int
  /// As ``FieldPath/variant``.
  let variant: Int
  /// Whether the context itself is meant: `.`.
  let isSelf: Bool

  init(_ path: FieldPath) {
    self.path = path
    attribute = path.attribute
    target = path.nodes.last ?? -1
    variant = path.variant
    isSelf = path.steps.isEmpty && path.parentCount == 0 && path.attribute == nil
  }
}
