import ResearchProfiles
import Retrieval
import SearchIndex
import Synchronization
import TextAnalysis

/// Tells names from words: whether a word is usually written with a capital ("Delft", not "light").
///
/// The index folds case, so the evidence is asked: a sample of what holds the word, read once for each word.
final class CapitalizationSample: Sendable {
  private static let sampleCount = 32

  private let session: DiscoverySession
  private let known = Mutex<[String: Bool]>([:])

  init(_ session: DiscoverySession) { self.session = session }

  /// Whether at least half of the sampled evidence that holds the word holds it with a capital. True where none does.
  ///
  /// - Parameters:
  ///   - word: in lower case, ASCII.
  ///   - term: what the analyser makes of it.
  func isUsuallyCapitalized(_ word: String, term: [UInt8]) -> Bool {
    if let answer = known.withLock({ $0[word] }) { return answer }
    var documents: [UInt32] = []
    session.searcher.forEachDocument(holding: .word, term) { documents.append($0) }
    let step = max(1, documents.count / Self.sampleCount)
    let wanted = Array(word.utf8)
    guard !wanted.isEmpty else { return true }
    var (holding, capitalized) = (0, 0)
    for index in stride(from: 0, to: documents.count, by: step) {
      guard let card = session.card(ofEvidence: Int(documents[index])) else { continue }
      var (isHeld, isCapital) = (false, false)
      for entry in card.title.entries { Self.scan(entry.text, for: wanted, isHeld: &isHeld, isCapital: &isCapital) }
      for entry in card.text.entries { Self.scan(entry.text, for: wanted, isHeld: &isHeld, isCapital: &isCapital) }
      for text in card.keywords { Self.scan(text, for: wanted, isHeld: &isHeld, isCapital: &isCapital) }
      holding += isHeld ? 1 : 0
      capitalized += isCapital ? 1 : 0
    }
    let answer = holding == 0 || capitalized * 2 >= holding
    known.withLock { $0[word] = answer }
    return answer
  }
}
