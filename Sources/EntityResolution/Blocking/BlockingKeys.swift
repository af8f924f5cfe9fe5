/// Numbers of which two records share one if they may be one body: only such pairs are compared.
///
/// A function of the record alone, so that they can be kept and looked up.
public enum BlockingKeys {
  /// Each once, in order.
  ///
  /// - Complexity: linear in the names; some ten keys for each.
  /// - Parameter forMistyped: also those that find a letter mistyped in the word that tells a body from others of its
  ///   city and trade: about as many again, needed where hundreds of thousands are compared.
  public static func keys(of body: BodyFacts, forMistyped: Bool = false) -> [UInt64] {
    var keys: [UInt64] = []
    for identifier in body.identifiers {
      keys.append(StableHash.of([identifier.value], seed: UInt64(identifier.scheme.rawValue) + 1))
    }
    let country = body.country ?? ""
    let place = country + "/" + (body.city ?? "")
    for name in body.names {
      append(name, country: country, place: place, to: &keys)
      if forMistyped { appendMistyped(name, place: place, to: &keys) }
    }
    keys.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(keys.count)
    for key in keys where key != distinct.last { distinct.append(key) }
    return distinct
  }

  private static let wordsSeed: UInt64 = 101
  private static let partSeed: UInt64 = 102
  private static let frontSeed: UInt64 = 103
  private static let backSeed: UInt64 = 104
  private static let initialsSeed: UInt64 = 105
  private static let mistypedSeed: UInt64 = 106

  private static func append(_ name: NameForm, country: String, place: String, to keys: inout [UInt64]) {
    keys.append(name.compactHash)
    let words = name.words.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    let all = hash(of: words, without: -1)
    keys.append(finished(all, country, wordsSeed))
    // One word mistyped, missing or added: the others are left.
    if words.count >= 2, words.count <= 10 {
      for left in words.indices {
        let rest = hash(of: words, without: left)
        let isTelling = words.count > 3 || words.indices.contains { $0 != left && words[$0].role == .distinctive }
        keys.append(finished(rest, isTelling ? country : place, partSeed))
      }
      keys.append(finished(all, country, partSeed))
    }
    // A mistyped letter: the front or the back of the name is left.
    let scalars = Array(name.letters.unicodeScalars)
    if words.count <= 3, scalars.count >= 4 {
      let (low, high) = (scalars.count / 2, (scalars.count + 1) / 2)
      for count in low == high ? [low] : [low, high] {
        keys.append(finished(hash(of: scalars.prefix(count)), place, frontSeed))
        keys.append(finished(hash(of: scalars.suffix(count)), place, backSeed))
      }
    }
    if name.marks.contains(.acronym), name.words.count == 1 {
      keys.append(StableHash.of([name.words[0].text, country], seed: initialsSeed))
    } else if name.words.count >= 3 {
      keys.append(StableHash.of([name.initials, country], seed: initialsSeed))
    }
  }

  /// The longest distinctive word with each of its letters left out once (Mor and Fraenkel, CACM 1982), and the others.
  private static func appendMistyped(_ name: NameForm, place: String, to keys: inout [UInt64]) {
    var longest = -1
    for (index, word) in name.words.enumerated() where word.role == .distinctive {
      if longest < 0 || word.letterCount > name.words[longest].letterCount { longest = index }
    }
    guard longest >= 0 else { return }
    let scalars = Array(name.words[longest].text.unicodeScalars)
    guard (3...14).contains(scalars.count) else { return }
    let rest = hash(of: name.words, without: longest)
    for left in -1..<scalars.count {
      var hash = rest
      for (index, scalar) in scalars.enumerated() where index != left {
        hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01b3
      }
      keys.append(finished(hash, place, mistypedSeed))
    }
  }

  private static func hash(of words: [NameWord], without left: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (index, word) in words.enumerated() where index != left {
      StableHash.combine(word.text, into: &hash)
      StableHash.combine(" ", into: &hash)
    }
    return hash
  }

  private static func hash(of scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for scalar in scalars { hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  private static func finished(_ hash: UInt64, _ place: String, _ seed: UInt64) -> UInt64 {
    var hash = hash ^ seed &* 0x9E37_79B9_7F4A_7C15
    StableHash.combine(place, into: &hash)
    return StableHash.finished(hash)
  }
}
