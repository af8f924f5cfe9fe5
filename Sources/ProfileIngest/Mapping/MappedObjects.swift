/// Reads JSON objects by mappings: records, lists of records inside an answer, answers that are errors.
struct MappedObjects {
  let catalog: MappingCatalog
  let forced: IngestFormat?
  let collector: RecordCollector

  /// - Returns: whether some mapping knows the object; then all that there is to say of it has been said.
  func take(_ members: [JSONValue.Member], line: Int) -> Bool {
    var isKnown = false
    for place in catalog.jsonPlaces where place.mayApply(to: members) {
      for value in Self.values(of: place.path[...], in: .object(members)) {
        if let answer = place.answer.map({ catalog.answers[$0] }) {
          let tree = RecordTree(plan: answer.plan)
          tree.take(value)
          guard let finding = answer.finding(tree) else { continue }
          if finding.isEmpty {
            collector.note(finding.reason, remedy: finding.remedy, line: line)
          } else {
            collector.reject(line: line, reason: finding.reason, remedy: finding.remedy)
          }
          return true
        }
        guard let plan = place.plan.map({ catalog.plans[$0] }) else { continue }
        let mapper = RecordMapper(plan: plan, forced: forced)
        mapper.tree.take(value)
        guard mapper.takesRecord else { continue }
        mapper.map(fallbackID: "", line: line, into: collector)
        isKnown = true
      }
    }
    return isKnown
  }

  private static func values(of path: ArraySlice<String>, in value: JSONValue) -> [JSONValue] {
    if case .array(let elements) = value { return elements.flatMap { values(of: path, in: $0) } }
    guard let key = path.first else { return [value] }
    guard case .object(let members) = value, let member = members.last(where: { $0.key == key }) else { return [] }
    return values(of: path.dropFirst(), in: member.value)
  }
}

extension MappingCatalog.JSONPlace {
  /// A quick look at an object's keys, for all the objects that are something else.
  func mayApply(to members: [JSONValue.Member]) -> Bool {
    requiredKeys.allSatisfy { key in members.contains { $0.key == key } }
  }
}
