/// Paths as they may be shown and stored: a saved answer is sometimes called by the address that it came from, and its name
/// holds the key of whoever asked.
public enum ShownPath {
  /// The path with the values of `serviceKey=...` and the like taken out of each of its names.
  ///
  /// - Complexity: linear in the path; one without `=` is handed through.
  public static func of(_ path: String) -> String {
    guard path.utf8.contains(0x3D) else { return path }
    return path.split(separator: "/", omittingEmptySubsequences: false).map { name in
      // The mark between an archive and what is in it is no part of a name.
      let isArchive = name.hasSuffix("!")
      return SecretText.withoutKeys(String(isArchive ? name.dropLast() : name)) + (isArchive ? "!" : "")
    }.joined(separator: "/")
  }
}
