import PartnerDiscovery
import Testing

@Suite struct NameMemoryTests {
  private static func name(_ word: String) -> NameMemory.Name {
    NameMemory.Name(
      weight: Double(word.utf8.count), variants: [.init(word: word, holders: word.utf8.map { UInt32($0) })])
  }

  @Test func `a word is looked up once, and its acronym apart`() {
    let memory = NameMemory()
    var looked: [String] = []
    for _ in 0..<3 {
      let names = memory.names(["delft", "kist", "delft"], asAcronyms: false) { word in
        looked.append(word)
        return Self.name(word)
      }
      #expect(names.map(\.weight) == [5, 4, 5])
    }
    // Both places of a word that is new to a text are filled before it is remembered.
    #expect(looked == ["delft", "kist", "delft"])
    _ = memory.names(["kist"], asAcronyms: true) { word in
      looked.append("acronym")
      return Self.name(word)
    }
    #expect(looked.last == "acronym")
  }

  @Test(arguments: [(1, 1 << 20), (3, 1 << 20), (1 << 20, 0), (1 << 20, 12)])
  func `whatever it forgets, it answers the same`(wordCapacity: Int, organizationCapacity: Int) {
    let memory = NameMemory(wordCapacity: wordCapacity, organizationCapacity: organizationCapacity)
    for round in 0..<40 {
      let words = Array(["delft", "wien", "kist", "vtt", "light", "seoul"].dropFirst(round % 5))
      let names = memory.names(words, asAcronyms: round % 2 == 0, make: Self.name)
      #expect(names.map(\.weight) == words.map { Double($0.utf8.count) })
      #expect(names.map { $0.variants[0].holders } == words.map { $0.utf8.map { UInt32($0) } })
      #expect(memory.rememberedCount <= wordCapacity)
    }
  }
}
