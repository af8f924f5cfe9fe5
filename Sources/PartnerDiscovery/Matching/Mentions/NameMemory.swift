import Synchronization

/// Remembers whom words name: texts of one forum hold the same names again and again. Bounded; safe to share.
package final class NameMemory: Sendable {
  /// Whom a word names.
  package struct Name: Sendable {
    /// How rare the word is in the evidence, in 0...1.
    package var weight: Double
    /// The number of the country that it stands for.
    package var country: Int?
    /// The word itself and what else the same place is called; empty for a word that is no name.
    package var variants: [Variant]

    package init(weight: Double, country: Int? = nil, variants: [Variant] = []) {
      self.weight = weight
      self.country = country
      self.variants = variants
    }
  }

  package struct Variant: Sendable {
    package var word: String
    /// Organisations with the word in a name, and how strongly it names each.
    package var holders: [UInt32]
    package var holderStrength = 0.0
    /// Organisations in the city of that name, and how strongly it names each.
    package var inCity: [UInt32] = []
    package var cityStrength = 0.0

    package init(word: String, holders: [UInt32] = []) {
      self.word = word
      self.holders = holders
    }
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

  package init(wordCapacity: Int = 1 << 16, organizationCapacity: Int = 1 << 21) {
    self.wordCapacity = wordCapacity
    self.organizationCapacity = organizationCapacity
  }

  /// Words and acronyms that are remembered now.
  package var rememberedCount: Int { state.withLock { $0.names.count + $0.acronyms.count } }

  /// Whom each of the words names, in their order.
  ///
  /// - Parameters:
  ///   - asAcronyms: acronyms are remembered apart from words.
  ///   - make: finds it out, for words that are not remembered; runs outside the lock.
  package func names(_ words: [String], asAcronyms: Bool, make: (String) -> Name) -> [Name] {
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
