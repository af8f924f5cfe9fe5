extension RecordTree {
  /// Takes what an outline wants of a JSON value: keys are element names, lists repeat their element.
  mutating func take(_ value: JSONValue, of plan: RecordPlan) {
    begin(plan)
    enter(value, node: 0, outline: plan.outline)
  }

  private mutating func enter(_ value: JSONValue, node: Int, outline: RecordOutline) {
    switch value {
    case .array(let elements):
      for element in elements { enter(element, node: node, outline: outline) }
    case .object(let members):
      // `@name` means a member as well: in JSON there are no attributes.
      let attributes = outline.nodes[node].attributes.compactMap { name in
        members.last { $0.key == name }?.value.scalar.map { Attribute(name: name, value: $0) }
      }
      enter(node: node, attributes: attributes)
      if outline.nodes[node].hasChildren {
        for member in members {
          guard let number = outline.number(of: member.key),
            let child = outline.child(number: number, of: node, isInNamespace: { _ in true })
          else { continue }
          enter(member.value, node: child, outline: outline)
        }
      }
      leave(text: EmptyCollection<UInt8>())
    case .bool(let isTrue):
      enter(node: node)
      leave(text: (isTrue ? "true" : "false").utf8)
    case .string, .number:
      enter(node: node)
      leave(text: Array((value.scalar ?? "").utf8))
    case .null: break
    }
  }
}
