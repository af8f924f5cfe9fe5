import ConsortiumMatching
public import ResearchProfiles
import Retrieval
import TextAnalysis

/// Finds the needs of an application that states none: sentences that ask for something, else the sentences that say most,
/// else keywords. They are guesses, to be shown and edited before they are relied on.
public struct NeedExtractor: Sendable {
  /// Where a need comes from.
  public enum Origin: String, Hashable, Sendable, Codable {
    /// The application states it.
    case stated
    /// A sentence that asks for something.
    case request
    /// One of the sentences that say most.
    case sentence
    case keyword
  }

  public struct FoundNeed: Hashable, Sendable {
    public var need: Need
    public var origin: Origin
  }

  /// Needs that are looked at, at most.
  public static let limit = 8
  /// Needs that are guessed from a text, at most.
  static let guessLimit = 6

  /// Words by which a sentence asks for something, in lower case: in English only in the first person, for abstracts
  /// speak of needs and lacks of the world.
  static let requestMarks = [
    "필요합니다", "필요하다", "필요로 ", "찾고 있", "찾습니다", "찾는다", "구합니다", "구하고 있", "도움이 필요", "도움을 받", "맡아 줄", "맡아줄",
    "원합니다", "희망합니다", "역량이 없", "의뢰하고", "we are looking for", "we look for", "we need a ", "we need an ",
    "we need help", "we seek a ", "we seek partner", "we are seeking", "we lack ", "we would like to work with",
    "we want to work with", "looking for a partner", "looking for partners",
  ]

  private let session: DiscoverySession

  public init(_ session: DiscoverySession) { self.session = session }

  /// The stated needs, or guesses; empty where the application has no text.
  public func needs(of application: Application) -> [FoundNeed] {
    let stated = application.needs.filter { $0.statement.contains { $0.isLetter } }
    if !stated.isEmpty { return stated.prefix(Self.limit).map { FoundNeed(need: $0, origin: .stated) } }
    let sentences = Self.sentences(of: application.summary)
    let requests = sentences.filter { sentence in
      let text = sentence.lowercased()
      return Self.requestMarks.contains { text.contains($0) }
    }
    if !requests.isEmpty {
      return requests.prefix(Self.guessLimit).map {
        FoundNeed(need: Need(statement: $0, urgency: .required), origin: .request)
      }
    }
    let telling = telling(([application.title] + sentences).filter { $0.contains { $0.isLetter } })
    if !telling.isEmpty {
      return telling.map { FoundNeed(need: Need(statement: $0, urgency: .wished), origin: .sentence) }
    }
    return application.keywords.filter { $0.contains { $0.isLetter } }.prefix(Self.guessLimit).map {
      FoundNeed(need: Need(statement: $0, urgency: .wished), origin: .keyword)
    }
  }

  /// Sentences by their marks; without those a text is one sentence.
  static func sentences(of text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    func close() {
      let sentence = current.trimmed
      if sentence.contains(where: \.isLetter) { sentences.append(sentence) }
      current = ""
    }
    var (previous, before): (Character, Character) = (" ", " ")
    for character in text {
      // A full stop behind a short Latin word may belong to an abbreviation.
      let isEnd = "!?。".contains(previous) || previous == "." && (current.count > 12 || !before.isASCII)
      if character == "\n" || (character.isWhitespace && isEnd) {
        close()
      } else {
        current.append(character)
      }
      (before, previous) = (previous, character)
    }
    close()
    return sentences
  }

  /// Sentences whose rare words are not yet said by those chosen before, the most telling first, then in their order.
  private func telling(_ sentences: [String]) -> [String] {
    let terms = sentences.map { session.queryBuilder.query(text: $0).terms.filter { $0.stream == .word } }
    let weights = terms.map { session.searcher.termWeights(of: TermQuery(terms: $0)) }
    var said: Set<[UInt8]> = []
    var chosen: Set<Int> = []
    while chosen.count < min(Self.guessLimit, sentences.count) {
      var best: (gain: Float, place: Int)?
      for place in sentences.indices where !chosen.contains(place) {
        var gain: Float = 0
        for (term, weight) in zip(terms[place], weights[place]) where !said.contains(term.bytes) { gain += weight }
        // Long sentences say more in all, not for each word.
        gain /= Float(max(8, terms[place].count)).squareRoot()
        if gain > best?.gain ?? 0 { best = (gain, place) }
      }
      guard let best else { break }
      chosen.insert(best.place)
      said.formUnion(terms[best.place].map(\.bytes))
    }
    return chosen.sorted().map { sentences[$0] }
  }
}

extension String {
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
