/// A path where what stands in brackets decides, compiled for an outline.
final class TestedPath: Sendable {
  enum Test: Sendable {
    /// The number of an attribute.
    case attribute(Int, FieldPath.Comparison)
    /// The node of a child element, or `nil` where no rule speaks of it.
    case child(Int?, FieldPath.Comparison)
    case position(Int)
  }

  struct Step: Sendable {
    var node: Int
    var tests: [Test]
  }

  let steps: [Step]

  init(_ path: FieldPath, in outline: RecordOutline) {
    steps = zip(path.nodes, path.steps).map { node, step in
      Step(
        node: node,
        tests: step.tests.map { test in
          switch test {
          case .attribute(let name, let comparison):
            .attribute(outline.attributeNames.firstIndex(of: name) ?? -1, comparison)
          case .child(let name, let comparison): .child(outline.child(named: name, of: node), comparison)
          case .position(let position): .position(position)
          }
        })
    }
  }
}
