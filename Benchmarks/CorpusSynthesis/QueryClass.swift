/// The kinds of queries that engines are measured with.
public enum QueryClass: String, CaseIterable, Sendable {
  /// 2 to 6 words.
  case short
  /// 2 to 6 words, of one kind and one region of organisations.
  case filtered
  /// 100 to 300 different words, the most frequent ones among them: an application.
  case long
  /// As ``long``, without words that stand in more than a tenth of the documents.
  case longWithoutFrequentWords = "long-no-frequent"

  public var sentence: String {
    switch self {
    case .short: "short queries (2 to 6 terms)"
    case .filtered: "short queries with a kind and region filter"
    case .long: "long queries (100 to 300 terms)"
    case .longWithoutFrequentWords: "long queries without very frequent words"
    }
  }
}
