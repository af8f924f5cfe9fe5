import PartnerDiscovery

/// Added terms as people read them.
enum AddedTermText {
  /// `sensor 0.82 (센서: glossary)`, words only, the heaviest first.
  static func phrases(_ added: [AddedTerm], limit: Int = 12) -> [String] {
    let words = added.filter { !$0.isSyllablePair }.enumerated().sorted { left, right in
      left.element.weight != right.element.weight
        ? left.element.weight > right.element.weight : left.offset < right.offset
    }.map(\.element)
    var phrases = words.prefix(limit).map { term in
      let reason = term.reasons.first.map { " (\($0.source): \($0.origin.rawValue))" } ?? ""
      return "\(term.term) \(Format.decimal(term.weight, 2))\(reason)"
    }
    if words.count > limit { phrases.append("and \(words.count - limit) more") }
    return phrases
  }

  /// Says on standard error what was added, and what is wrong with the knowledge behind it.
  static func note(_ added: [AddedTerm], issues: [String]) {
    for issue in issues { Terminal.note(issue) }
    let phrases = phrases(added)
    if !phrases.isEmpty { Terminal.note("also searched for: " + phrases.joined(separator: ", ")) }
  }
}
