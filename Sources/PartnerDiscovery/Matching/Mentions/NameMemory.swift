import Synchronization

/// Remembers whom words name: texts of one forum hold the same names again and again. Bounded; safe to share.
final class NameMemory: Sendable {
  /// Whom a word names.
  struct Name: Sendable {
    /// How rare the word is in the evidence, in 0...1.
    var weight: Double
    /// The number of the country that it stands for.
    var country: Int?
    /// The word itself and what else the same place is called; empty for a word that is no name.
    var variants: [Variant] = []
  }

  struct Variant: Sendable {
    var word: String
    /// Organisations with the word in a name, and how strongly it names each.
    var holders: [UInt32] = []
    var holderStrength = 0.0
    /// Organisations in the city of that name, and how strongly it names each.
    var inCity: [UInt32] = []
    var cityStrength = 0.0
  }

  private struct State {
    var names: [String: Name] = [:]
    var acronyms: [String: Name] = [:]
    /// Organisations in all of them: what their memory is measured by.
    var organizationCount = 0
  }

  /// Words, and organisations, that are remembered at most: some 20 MB.
  private let wordCapacity: Int
  private let organizationCapacity: Int
  private let state = Mutex(State())

  init(wordCapacity: Int = 1 << 16, organizationCapacity: Int = 1 << 21) {
    self.wordCapacity = wordCapacity
    self.organizationCapacity = organizationCapacity
  }

  /// Whom each of the words names, in their order.
  ///
  /// - Parameters:
  ///   - asAcronyms: acronyms are remembered apart from words.
  ///   - make: finds it out, for words that are not remembered; runs outside the lock.
  func names(_ words: [String], asAcronyms: Bool, make: (String) -> Name) -> [Name] {
    let kind = asAcronyms ? \State.acronyms : \State.names
    var found = state.withLock { state in words.map { state[keyPath: kind][$0] } }
    var isNew = false
    for (place, word) in words.enumerated() where found[place] == nil {
      found[place] = make(word)
      isNew = true
    }
    guard isNew else { return found.compactMap { $0 } }
    state.withLock { state in
      for case (let word, let name?) in zip(words, found) where state[keyPath: kind][word] == nil {
        let organizationCount = name.variants.reduce(0) { $0 + $1.holders.count + $1.inCity.count }
        if state.names.count + state.acronyms.count >= wordCapacity
          || state.organizationCount + organizationCount > organizationCapacity
        {
          state = State()
        }
        state.organizationCount += organizationCount
        state[keyPath: kind][word] = name
      }
    }
    return found.compactMap { $0 }
  }
}
