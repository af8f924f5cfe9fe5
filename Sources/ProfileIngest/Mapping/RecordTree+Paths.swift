extension RecordTree {
  /// Calls `body` for each element that a path means, in order, until it says to stop.
  ///
  /// - Parameters:
  ///   - plan: that of the tree, whose outline has taken the path up. Not the outline itself: that is a structure of
  ///     many arrays, which would all be counted for each path.
  ///   - context: the element that the path begins from.
  ///   - body: returns `false` to stop.
  func forEach(_ path: FieldPath, in plan: RecordPlan, from context: Int, _ body: (Int) -> Bool) {
    var start = context
    for _ in 0..<path.parentCount {
      start = Int(elements[start].parent)
      if start < 0 { return }
    }
    guard let target = path.nodes.last else {
      _ = body(start)
      return
    }
    if path.variant >= 0 {
      for element in elements(ofVariant: path.variant, inside: start) where !body(Int(element)) { return }
      return
    }
    guard path.hasTests else {
      for element in elements(ofNode: target, inside: start) where !body(Int(element)) { return }
      return
    }
    _ = forEach(path, step: 0, in: plan, from: start, body)
  }

  private func forEach(
    _ path: FieldPath, step: Int, in plan: RecordPlan, from context: Int, _ body: (Int) -> Bool
  ) -> Bool {
    guard step < path.steps.count else { return body(context) }
    let tests = path.steps[step].tests
    // Elements that have passed the tests before each test so far: for positions.
    var passed = Array(repeating: 0, count: tests.count)
    candidates: for candidate in elements(ofNode: path.nodes[step], inside: context) {
      let element = Int(candidate)
      for (place, test) in tests.enumerated() {
        passed[place] += 1
        switch test {
        case .attribute(let name, let comparison):
          guard Self.holds(comparison, attribute(name, of: element)) else { continue candidates }
        case .child(let name, let comparison):
          guard hasChild(name, comparison, in: plan, of: element) else { continue candidates }
        case .position(let position):
          guard passed[place] == position else { continue candidates }
        }
      }
      if !forEach(path, step: step + 1, in: plan, from: element, body) { return false }
    }
    return true
  }

  private func hasChild(
    _ name: String, _ comparison: FieldPath.Comparison, in plan: RecordPlan, of element: Int
  ) -> Bool {
    guard let node = plan.outline.child(named: name, of: Int(elements[element].node)) else { return false }
    let children = elements(ofNode: node, inside: element)
    if case .exists = comparison { return !children.isEmpty }
    if case .differs = comparison, children.isEmpty { return true }
    return children.contains { Self.holds(comparison, FieldText.line(text(of: Int($0)))) }
  }

  private static func holds(_ comparison: FieldPath.Comparison, _ value: String?) -> Bool {
    switch comparison {
    case .exists: value != nil
    case .equals(let wanted): value == wanted
    case .differs(let unwanted): value != unwanted
    }
  }
}
