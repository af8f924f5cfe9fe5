/// What is wrong with what was asked of proposals and allocations.
public enum ConsortiumInputError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(path: String)
  case wrongShape(path: String, place: String, shape: String)
  case unknownRules(name: String, shipped: [String])
  case unknownOrganization(id: String)
  case notAMember(id: String)
  case noNeeds(application: String)
  case noEvidence(application: String)
  case noRun(id: String, known: [String])
  case noRuns(path: String)

  public var description: String {
    switch self {
    case .unreadable(let path): "\(path) cannot be read: check the path"
    case .wrongShape(let path, let place, let shape): "\(path): \(place) is missing or of another shape; write \(shape)"
    case .unknownRules(let name, let shipped):
      "'\(name)' is neither a rule file nor one of the shipped ones: name a file, or one of \(shipped.joined(separator: ", "))"
    case .unknownOrganization(let id):
      "no organisation that could join has the id '\(id)': look it up with 'moim search --level organization NAME'"
    case .notAMember(let id): "'\(id)' is not among the members: name one of the proposal's"
    case .noNeeds(let application):
      "application '\(application)' cannot be matched yet, because no need can be read from it: state 'needs', or a "
        + "summary that says what is wanted"
    case .noEvidence(let application):
      "application '\(application)' cannot be matched yet, because no evidence in the workspace speaks to its text: check "
        + "its words, or import more sources"
    case .noRun(let id, let known):
      known.isEmpty
        ? "there is no allocation '\(id)': none was stored yet"
        : "there is no allocation '\(id)': name one of \(known.joined(separator: ", "))"
    case .noRuns(let path): "no allocation was stored in \(path) yet: run 'moim allocate'"
    }
  }
}
