import PartnerDiscovery
import ResearchProfiles

/// Pairs of neighbouring words of an application's text, as the index knows words: what likeness of texts is measured by
/// (Broder, On the resemblance and containment of documents, 1997, with two words to a shingle).
struct TextShingles: Hashable, Sendable {
  /// Digests of the pairs, ascending.
  let digests: [UInt64]

  init(_ application: Application, session: DiscoverySession) {
    var digests: Set<UInt64> = []
    let statements = (application.needs + application.offers).map(\.statement)
    for text in [application.title, application.summary] + application.keywords + statements {
      let words = session.words(of: text)
      // A lone word is a shingle of its own.
      if words.count == 1 { digests.insert(Self.digest(words[0], "")) }
      for (first, second) in zip(words, words.dropFirst()) { digests.insert(Self.digest(first, second)) }
    }
    self.digests = digests.sorted()
  }

  /// The share of the pairs of both that both hold (Jaccard), in 0...1.
  ///
  /// - Complexity: linear in both.
  func overlap(with other: TextShingles) -> Double {
    var (i, j, shared) = (0, 0, 0)
    while i < digests.count, j < other.digests.count {
      let (a, b) = (digests[i], other.digests[j])
      if a == b { shared += 1 }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    let union = digests.count + other.digests.count - shared
    return union == 0 ? 0 : Double(shared) / Double(union)
  }

  /// FNV-1a of 64 bits.
  private static func digest(_ first: String, _ second: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in Array(first.utf8) + [0] + Array(second.utf8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
