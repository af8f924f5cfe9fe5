/// Names of the parts of an Office Open XML package (ECMA-376 part 2), without the leading `/`.
enum PartName {
  /// The part that a relationship's target means.
  ///
  /// - Parameter source: the part that has the relationship; empty for the package itself.
  static func resolved(_ target: String, from source: String) -> String {
    let steps = target.split(separator: "/", omittingEmptySubsequences: true)
    var folders = target.hasPrefix("/") ? [] : source.split(separator: "/").dropLast().map(String.init)
    for step in steps {
      switch step {
      case ".": break
      case "..": _ = folders.popLast()
      default: folders.append(String(step))
      }
    }
    return folders.joined(separator: "/")
  }

  /// The part that lists the relationships of another.
  static func relationships(of part: String) -> String {
    var steps = part.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    let name = steps.popLast() ?? ""
    return (steps + ["_rels", name + ".rels"]).joined(separator: "/")
  }
}
