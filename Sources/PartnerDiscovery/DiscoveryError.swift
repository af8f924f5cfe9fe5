/// Why a use case could not be carried out. The sentence says what to do.
public enum DiscoveryError: Error, Equatable, Sendable, CustomStringConvertible {
  case noWorkspace(path: String)
  case emptyIndex(path: String)
  case noSource(path: String)
  /// The registry's bytes have changed since Moim last wrote them.
  case damagedRegistry(path: String)
  case damagedSettings(path: String, detail: String)
  case unknownAnalyzer(name: String, known: [String])
  /// The workspace was made with another analyser than is asked for now.
  case analyzerIsFixed(found: String, wanted: String)
  case unknownOrganization(id: String)
  /// The organisations are one body already.
  case sameBody(ids: [String])
  /// The organisation was never merged with another.
  case notMerged(id: String)
  case unknownSource(name: String, known: [String])
  case unknownApplication(id: String)
  case noSuchApplication(id: String, path: String, count: Int)
  case ambiguousApplication(path: String, count: Int, example: String?)
  case applicationWithoutText(id: String)
  case malformedQuery(file: String, line: Int, reason: String)
  case unreadable(path: String, reason: String)
  case unknownKind(name: String)
  case unknownField(name: String)
  /// The index was made before fields of research were noted.
  case fieldsNotIndexed(path: String)
  /// No term pairs were mined yet.
  case noTermPairs(path: String)

  public var description: String {
    switch self {
    case .noWorkspace(let path):
      "there is no workspace at '\(path)': run 'moim import --workspace \(path) SOURCE...' first, "
        + "or name another with --workspace or MOIM_WORKSPACE"
    case .emptyIndex(let path):
      "the workspace at '\(path)' has nothing to search yet: import a source with 'moim import'"
    case .noSource(let path):
      "there is no file or folder '\(path)': check the path; nothing was imported"
    case .damagedRegistry(let path):
      "\(path): bytes have changed since it was last written; restore it from a copy, "
        + "or import the sources again into a new workspace"
    case .damagedSettings(let path, let detail):
      "\(path) cannot be read (\(detail)): write {\"analyzer\": \"standard\"} into it and run 'moim reindex'"
    case .unknownAnalyzer(let name, let known):
      "there is no analyser '\(name)': choose one of \(known.joined(separator: ", "))"
    case .analyzerIsFixed(let found, let wanted):
      "this workspace was made with the analyser '\(found)', not '\(wanted)': "
        + "leave --analyzer out, or import into a new workspace"
    case .unknownOrganization(let id):
      "no organisation has the id '\(id)': look it up with 'moim search --level organization NAME'"
    case .sameBody(let ids):
      "these are one body already, which answers to \(ids.joined(separator: ", ")): nothing was changed"
    case .notMerged(let id):
      "'\(id)' is a body of its own and was not merged with another: see 'moim resolve --history' for what was"
    case .unknownSource(let name, let known):
      "no source is called '\(name)'; "
        + (known.isEmpty ? "none was imported yet" : "there are \(known.joined(separator: ", "))")
        + ": nothing was removed"
    case .unknownApplication(let id):
      "'\(id)' is neither a file nor the id of an application that was matched in this workspace: "
        + "match it first, or give its file as FILE or FILE#ID"
    case .noSuchApplication(let id, let path, let count):
      "none of the \(count) applications of \(path) has the id '\(id)'"
    case .ambiguousApplication(let path, let count, let example):
      count == 0
        ? "\(path) holds no application that can be matched"
        : "\(path) holds \(count) applications: name one of them as \(path)#\(example ?? "ID")"
    case .applicationWithoutText(let id):
      "application '\(id)' cannot be matched yet, because it has no title, summary, keywords or needs"
    case .malformedQuery(let file, let line, let reason):
      "\(file):\(line): \(reason); a line is {\"id\": \"q1\", \"text\": \"...\"}, optionally with kinds, countries, regions, fields"
    case .unknownKind(let name):
      "there is no kind '\(name)': choose from company, university, institute, public, other"
    case .unknownField(let name):
      "there is no field of research '\(name)': 'moim fields' lists them"
    case .fieldsNotIndexed(let path):
      "the index of the workspace at '\(path)' was made before fields of research were noted: run 'moim reindex' once"
    case .noTermPairs(let path):
      "no term pairs have been mined in the workspace at '\(path)' yet: run 'moim bridge mine'"
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason)"
    }
  }
}
