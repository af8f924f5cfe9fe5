/// Documents and queries that are drawn, not stored: any of them is made from its number alone, so that a corpus of a
/// million documents needs no memory and can be made in parallel.
///
/// A document has 30 to 270 words, 150 on average; see ``CorpusProfile`` for where they come from.
public struct SyntheticCorpus: Sendable {
  public let profile: CorpusProfile
  public let vocabulary: SyntheticVocabulary
  private let language: ZipfDistribution
  private let topicLanguage: ZipfDistribution

  private static let topicWordCount = 2000
  /// Words before this rank belong to no subject.
  private static let commonWordCount = 200
  private static let meanWordCount = 150.0
  private static let smallestWordCount = 30
  /// A document's words are ``smallestWordCount`` and three draws below this.
  private static let wordCountSpread = 81

  private enum Stream: UInt64 {
    case document = 1
    case short, filtered, long, longWithoutFrequentWords
    case application
    case counted
  }

  /// - Complexity: linear in the vocabulary.
  public init(_ profile: CorpusProfile) {
    self.profile = profile
    vocabulary = SyntheticVocabulary(wordCount: profile.vocabularyCount)
    language = ZipfDistribution(rankCount: profile.vocabularyCount)
    topicLanguage = ZipfDistribution(rankCount: Self.topicWordCount)
  }

  public func document(_ number: Int) -> SyntheticDocument {
    var random = SeededGenerator(seed: profile.seed, stream: Stream.document.rawValue, number: number)
    let topic = random.below(profile.topicCount)
    let wordCount =
      Self.smallestWordCount + random.below(Self.wordCountSpread) + random.below(Self.wordCountSpread)
      + random.below(Self.wordCountSpread)
    var words: [UInt32] = []
    words.reserveCapacity(wordCount)
    for _ in 0..<wordCount { words.append(UInt32(word(topic: topic, &random))) }
    return SyntheticDocument(
      number: number, words: words, organizations: organizations(topic: topic, &random),
      day: 12_000 + random.below(8000))
  }

  public func text(of document: SyntheticDocument) -> [UInt8] { vocabulary.text(of: document.words) }

  /// The queries of a class; more of them begin with the same ones.
  public func queries(_ queryClass: QueryClass, count: Int) -> [SyntheticQuery] {
    (0..<count).map { number in
      let id = "\(queryClass.rawValue)-\(paddedNumber(number, digitCount: 4))"
      switch queryClass {
      case .short:
        return SyntheticQuery(id: id, words: shortWords(.short, number))
      case .filtered:
        let organization = SyntheticOrganization(number: SeededGenerator.place(number, of: 60))
        return SyntheticQuery(
          id: id, words: shortWords(.filtered, number), kind: organization.kind, region: organization.region)
      case .long:
        return SyntheticQuery(id: id, words: longWords(.long, number) { _ in true })
      case .longWithoutFrequentWords:
        return SyntheticQuery(
          id: id, words: longWords(.longWithoutFrequentWords, number) { documentShare(ofRank: $0) <= 0.1 })
      }
    }
  }

  /// Queries of so many different words each, the most frequent ones among them: for how cost grows with their number.
  public func queries(ofWordCount wordCount: Int, count: Int) -> [SyntheticQuery] {
    (0..<count).map { number in
      var random = SeededGenerator(
        seed: profile.seed, stream: Stream.counted.rawValue, number: number << 16 | wordCount)
      return SyntheticQuery(
        id: "words-\(wordCount)-\(paddedNumber(number, digitCount: 4))",
        words: distinct(wordCount) { language.draw(&random) })
    }
  }

  /// An application: 100 to 300 running words of one subject, by one of the organisations.
  public func application(_ number: Int) -> (id: String, words: [UInt32], applicant: SyntheticOrganization) {
    var random = SeededGenerator(seed: profile.seed, stream: Stream.application.rawValue, number: number)
    let topic = random.below(profile.topicCount)
    let words = (0..<100 + random.below(201)).map { _ in UInt32(word(topic: topic, &random)) }
    let applicant = organizations(topic: topic, &random)[0]
    return ("a" + paddedNumber(number, digitCount: 5), words, applicant)
  }

  /// About which share of the documents holds a word.
  public func documentShare(ofRank rank: Int) -> Double {
    min(1, language.probability(ofRank: rank) * Self.meanWordCount)
  }

  /// Which share of the documents is expected to hold a word, where documents are independent draws: 1 - E((1 - p)^L)
  /// over the lengths L.
  public func expectedDocumentShare(ofRank rank: Int) -> Double {
    let absent = 1 - language.probability(ofRank: rank)
    let spread = Self.wordCountSpread
    // The mean of absent^x for x below the spread, a geometric sum.
    let mean = absent == 1 ? 1 : (1 - power(absent, spread)) / (1 - absent) / Double(spread)
    return 1 - power(absent, Self.smallestWordCount) * mean * mean * mean
  }

  /// Which share of the documents is expected to hold a word more than once: what is left of
  /// ``expectedDocumentShare(ofRank:)`` without E(L p (1 - p)^(L - 1)).
  public func expectedRepeatedShare(ofRank rank: Int) -> Double {
    let probability = language.probability(ofRank: rank)
    let absent = 1 - probability
    let spread = Self.wordCountSpread
    // For x below the spread the means of absent^x and of x absent^(x - 1), its derivative.
    var (mean, slope, powerOfAbsent) = (0.0, 0.0, 1.0)
    for count in 0..<spread {
      mean += powerOfAbsent / Double(spread)
      slope += Double(count) * powerOfAbsent / absent / Double(spread)
      powerOfAbsent *= absent
    }
    let shortest = Double(Self.smallestWordCount)
    let all = power(absent, Self.smallestWordCount) * mean * mean * mean
    let once = probability * all * (shortest / absent + 3 * slope / mean)
    return max(0, 1 - all - once)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * base }
  }

  private func word(topic: Int, _ random: inout SeededGenerator) -> Int {
    guard profile.topicPercent > 0, random.below(100) < profile.topicPercent else { return language.draw(&random) }
    let rank = topicLanguage.draw(&random)
    let spread = SeededGenerator.mix(UInt64(topic) << 32 | UInt64(rank)) % UInt64(profile.vocabularyCount / 10)
    return Self.commonWordCount + Int(spread)
  }

  /// Organisations work on few subjects: those of a subject are neighbours.
  private func organizations(topic: Int, _ random: inout SeededGenerator) -> [SyntheticOrganization] {
    let count = 1 + random.below(profile.largestMembership)
    var numbers: [Int] = []
    let home = topic * (profile.organizationCount / min(profile.topicCount, profile.organizationCount))
    while numbers.count < count {
      let isAtHome = profile.topicPercent > 0 && random.below(10) < 7
      let number =
        isAtHome
        ? (home + random.below(max(8, profile.organizationCount / 100))) % profile.organizationCount
        : random.below(profile.organizationCount)
      if !numbers.contains(number) { numbers.append(number) }
    }
    return numbers.map { SyntheticOrganization(number: $0) }
  }

  /// Words that say something: not among the thirty most frequent, and not so rare that nothing is found.
  private func shortWords(_ stream: Stream, _ number: Int) -> [UInt32] {
    var random = SeededGenerator(seed: profile.seed, stream: stream.rawValue, number: number)
    let wordCount = 2 + random.below(5)
    return distinct(wordCount) {
      let rank = language.draw(&random)
      return rank >= 30 && rank < 100_000 ? rank : nil
    }
  }

  private func longWords(_ stream: Stream, _ number: Int, _ admits: (Int) -> Bool) -> [UInt32] {
    var random = SeededGenerator(seed: profile.seed, stream: stream.rawValue, number: number)
    let wordCount = 100 + random.below(201)
    return distinct(wordCount) {
      let rank = language.draw(&random)
      return admits(rank) ? rank : nil
    }
  }

  private func distinct(_ count: Int, _ draw: () -> Int?) -> [UInt32] {
    var words: [UInt32] = []
    var seen: Set<UInt32> = []
    while words.count < count {
      guard let word = draw().map({ UInt32($0) }), seen.insert(word).inserted else { continue }
      words.append(word)
    }
    return words
  }
}

extension SeededGenerator {
  /// A scattered place for a number, the same each time.
  static func place(_ number: Int, of count: Int) -> Int { Int(mix(UInt64(number) &+ 77) % UInt64(count)) }
}
