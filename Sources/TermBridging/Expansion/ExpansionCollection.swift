/// The terms that reasons call for, put together.
struct ExpansionCollection {
  private struct Entry {
    var key: BridgeTerm.Key
    var reasons: [BridgeExpansion.Reason]
    /// Π (1 - strength).
    var doubt: Float
    /// The largest weight among what the term stands for.
    var weight: Float
  }

  private let weights: [BridgeTerm.Key: Float]
  private var entries: [Entry] = []
  private var places: [BridgeTerm.Key: Int] = [:]

  private let presence: LanguagePresence

  var isBilingual: Bool { presence.isBilingual }

  /// - Parameter terms: the query's own terms, which are not added again.
  init(_ terms: [BridgeTerm], presence: LanguagePresence) {
    self.presence = presence
    weights = Dictionary(terms.map { ($0.key, $0.weight) }, uniquingKeysWith: max)
  }

  /// The weight of those terms in the query; 0 where it has none of them.
  func largestWeight(of keys: [BridgeTerm.Key]) -> Float { keys.reduce(0) { max($0, weights[$1] ?? 0) } }

  /// Adds a reason; the same one twice counts once.
  mutating func add(_ key: BridgeTerm.Key, _ reason: BridgeExpansion.Reason, weight: Float) {
    guard weights[key] == nil, weight > 0, reason.strength > 0 else { return }
    if let place = places[key] {
      entries[place].weight = max(entries[place].weight, weight)
      guard !entries[place].reasons.contains(reason) else { return }
      entries[place].reasons.append(reason)
      entries[place].doubt *= max(0, 1 - reason.strength)
    } else {
      places[key] = entries.count
      entries.append(Entry(key: key, reasons: [reason], doubt: max(0, 1 - reason.strength), weight: weight))
    }
  }

  func expansions(isKnown: (BridgeTerm) -> Bool) -> [BridgeExpansion] {
    entries.compactMap { entry in
      let factor = BridgeLanguage.ofTerm(entry.key.bytes).map { presence.factor(of: $0) } ?? 1
      let term = BridgeTerm(
        stream: entry.key.stream, bytes: entry.key.bytes, weight: entry.weight * (1 - entry.doubt) * factor)
      guard factor > 0, isKnown(term) else { return nil }
      let order = entry.reasons.indices.sorted { left, right in
        let (a, b) = (entry.reasons[left].strength, entry.reasons[right].strength)
        return a != b ? a > b : left < right
      }
      return BridgeExpansion(term: term, reasons: order.map { entry.reasons[$0] })
    }
  }
}
