import ForumRecords

extension ForumTime {
  /// Day and minute in Seoul.
  var minute: String { String(description.prefix(16)) }
}
