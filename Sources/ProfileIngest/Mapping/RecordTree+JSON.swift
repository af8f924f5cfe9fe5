extension RecordTree {
  /// Takes what the outline wants of a JSON value: keys are element names, lists repeat their element.
  func take(_ value: JSONValue) {
    begin()
    enter(value, node: 0)
    finish()
  }

  private func enter(_ value: JSONValue, node: Int) {
    let outline = plan.outline
    switch value {
    case .array(let elements):
      for element in elements { enter(element, node: node) }
    case .object(let members):
      enter(node: node)
      // `@name` means a member as well: in JSON there are no attributes.
      for (number, name) in outline.attributeNames.enumerated() where outline.wants(attribute: number, of: node) {
        if let value = members.last(where: { $0.key == name })?.value.scalar { add(attribute: number, value: value) }
      }
      if outline.nodes[node].hasChildren {
        for member in members {
          guard let number = outline.number(of: member.key),
            let child = outline.child(number: number, of: node, isInNamespace: { _ in true })
          else { continue }
          enter(member.value, node: child)
        }
      }
      leave(text: "")
    case .bool(let isTrue):
      enter(node: node)
      leave(text: isTrue ? "true" : "false")
    case .string, .number:
      enter(node: node)
      leave(text: value.scalar ?? "")
    case .null: break
    }
  }
}
