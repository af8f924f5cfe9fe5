extension RecordView {
  /// Whether the first element that a rule finds has a text that is one whatever is done with it. `false` says nothing.
  @inline(__always) func hasPlainText(_ rule: CompiledRule) -> Bool {
    guard rule.plainPlace >= 0 else { return false }
    let places = placed(at: Int(rule.plainPlace), inside: 0)
    return !places.isEmpty && isClean(text(of: placedElement(places.lowerBound)))
  }

  /// Whether a text stays as it is, however it is cleaned, and says something.
  @inline(__always) func isClean(_ text: TextSlice) -> Bool {
    !text.isEmpty && text.traits.isDisjoint(with: [.blanks, .markup, .equals, .mayBeDecomposed]) && !isNull(text)
  }

  /// Calls `body` for each element that a path means, in order, until it says to stop.
  ///
  /// - Parameters:
  ///   - context: the element that the path begins from.
  ///   - body: returns `false` to stop.
  func forEach(_ path: CompiledRule.Path, from context: Int, _ body: (Int) -> Bool) {
    var start = context
    for _ in 0..<path.parentCount {
      start = parent(of: start)
      if start < 0 { return }
    }
    if path.place < 0 {
      _ = body(start)
      return
    }
    if path.tested >= 0 {
      _ = forEach(program.testedPaths[Int(path.tested)].steps[...], from: start, body)
      return
    }
    let places = placed(at: Int(path.place), inside: start)
    var index = places.lowerBound
    while index < places.upperBound {
      if !body(placedElement(index)) { return }
      index += 1
    }
  }

  private func forEach(_ steps: ArraySlice<TestedPath.Step>, from context: Int, _ body: (Int) -> Bool) -> Bool {
    guard let step = steps.first else { return body(context) }
    // Elements that have passed the tests before each test so far: for positions.
    var passed = Array(repeating: 0, count: step.tests.count)
    candidates: for index in placed(at: step.node, inside: context) {
      let element = placedElement(index)
      for (place, test) in step.tests.enumerated() {
        passed[place] += 1
        switch test {
        case .attribute(let number, let comparison):
          guard holds(comparison, attribute(number, of: element)) else { continue candidates }
        case .child(let node, let comparison):
          guard hasChild(node, comparison, of: element) else { continue candidates }
        case .position(let position):
          guard passed[place] == position else { continue candidates }
        }
      }
      if !forEach(steps.dropFirst(), from: element, body) { return false }
    }
    return true
  }

  private func hasChild(_ node: Int?, _ comparison: FieldPath.Comparison, of element: Int) -> Bool {
    guard let node else { return false }
    let children = placed(at: node, inside: element)
    if case .exists = comparison { return !children.isEmpty }
    if case .differs = comparison, children.isEmpty { return true }
    return children.contains { index in
      let mark = byteCount
      defer { cut(to: mark) }
      return holds(comparison, mended(text(of: placedElement(index)), keepsLines: false))
    }
  }

  private func holds(_ comparison: FieldPath.Comparison, _ value: TextSlice?) -> Bool {
    switch comparison {
    case .exists: value != nil
    case .equals(let wanted): value.map { isEqual($0, wanted) } ?? false
    case .differs(let unwanted): !(value.map { isEqual($0, unwanted) } ?? false)
    }
  }
}
