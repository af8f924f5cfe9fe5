import ProfileIngest

/// What a source is called in the registry: the last part of its path, so that the same export is known again in another
/// folder.
struct SourceName {
  let name: String
  private let path: String

  /// - Parameter path: as it was given; keys of services in it are taken out.
  init(_ path: String) {
    var trimmed = Substring(ShownPath.of(path))
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = String(trimmed)
    name = trimmed.split(separator: "/").last.map(String.init) ?? self.path
  }

  /// Where in the source a record stands: entry or file below it, and line.
  func location(of location: RecordLocation) -> String {
    guard location.source.utf8.starts(with: path.utf8) else { return location.description }
    let rest = location.source.utf8.dropFirst(path.utf8.count).drop {
      $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "/")
    }
    return rest.isEmpty ? "line \(location.line)" : "\(Substring(rest)):\(location.line)"
  }
}
