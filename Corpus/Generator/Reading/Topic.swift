/// One fine topic with everything a text about it may say, so that no sentence mixes subjects.
package struct Topic: Sendable {
  package var id: String
  package var field: String
  package var name = Bilingual(korean: "", english: "")
  /// Topics that meet this one in consortia.
  package var neighbours: [String] = []
  package var terms: [Bilingual] = []
  package var problems: [Bilingual] = []
  package var objects: [Bilingual] = []
  package var methods: [Bilingual] = []
  package var facts: [Bilingual] = []
  package var metrics: [Bilingual] = []
  package var uses: [Bilingual] = []
  package var products: [Bilingual] = []
  package var equipment: [Bilingual] = []
  /// What goes with each object and product, in positions from 0; see `fits.txt`.
  package var fits = TopicFits()
  /// A short question as an officer would type it, in one language.
  package var query = ""

  /// Work on paper and machines: nothing is made of matter or measured on a sample.
  package var isComputational: Bool {
    ["software", "ai", "finance", "logistics"].contains(field)
      || ["pqc-algorithm", "crypto-agility", "drug-sim", "battery-sim", "grid-opt"].contains(id)
  }

  /// Support topics offer services; nothing there is patented.
  package var isService: Bool { field == "support" }
}
