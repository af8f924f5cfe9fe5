/// A file of the demonstration forum.
package struct GeneratedFile: Sendable {
  /// Relative to the output folder, with `/` between folders.
  package var path: String
  /// UTF-8, ends in a line feed.
  package var text: String
}
