import Glibc
public import ResearchProfiles
import TextAnalysis

/// Finds the bodies that free text names: "Dept. of Physics, Univ. of Tokyo, Japan".
///
/// A name is found where enough of its words stand close together, by weight of how rare they are among the bodies'
/// names; then place and competing names decide. Deterministic; nothing is learnt from the texts.
public struct AffiliationMatcher: Sendable {
  struct Name {
    var body: Int32
    var form: NameForm
    var text: String
    var weights: [Float]
    var totalWeight: Float
    var isAcronym: Bool
  }

  struct Place {
    var country: String
    var city: [String]
    var region: [String]
  }

  let names: [Name]
  let places: [Place]
  /// Names by each of their words.
  let postings: [String: [Int32]]
  /// Words of names by length and first letter, to find the one that is meant by a mistyped word.
  let wordsByShape: [WordShape: [String]]

  struct WordShape: Hashable, Sendable {
    var first: UInt32
    var letterCount: Int
  }

  /// - Complexity: linear in the names.
  public init(_ profiles: [OrganizationProfile]) {
    var names: [Name] = []
    var frequencies: [String: Int] = [:]
    var places: [Place] = []
    for (body, profile) in profiles.enumerated() {
      var seen: Set<UInt64> = []
      var words: Set<String> = []
      for text in profile.names.entries.map(\.text) + profile.aliases {
        for variant in Self.variants(of: text) {
          guard let form = NameForm(variant), seen.insert(form.compactHash).inserted else { continue }
          for word in form.words { words.insert(word.text) }
          names.append(
            Name(
              body: Int32(body), form: form, text: text, weights: [], totalWeight: 0,
              isAcronym: form.words.count == 1 && (form.marks.contains(.acronym) || form.words[0].letterCount < 4)))
        }
      }
      for word in words { frequencies[word, default: 0] += 1 }
      places.append(
        Place(
          country: profile.country ?? "", city: Self.placeWords(profile.city), region: Self.placeWords(profile.region)))
    }
    let count = Double(max(profiles.count, 1))
    var postings: [String: [Int32]] = [:]
    for index in names.indices {
      names[index].weights = names[index].form.words.map { word in
        Float(log(1 + count / Double(frequencies[word.text] ?? 1)))
      }
      names[index].totalWeight = names[index].weights.reduce(0, +)
      for word in Set(names[index].form.words.map(\.text)) { postings[word, default: []].append(Int32(index)) }
    }
    self.names = names
    self.places = places
    self.postings = postings
    var shapes: [WordShape: [String]] = [:]
    for word in postings.keys.sorted() {
      let scalars = word.unicodeScalars
      guard let first = scalars.first, scalars.count >= 6 else { continue }
      shapes[WordShape(first: first.value, letterCount: scalars.count), default: []].append(word)
    }
    wordsByShape = shapes
  }

  /// "AstraZeneca (United Kingdom)" is known as AstraZeneca as well.
  private static func variants(of name: String) -> [String] {
    guard let open = name.lastIndex(of: "("), name.hasSuffix(")"), open > name.startIndex else { return [name] }
    return [name, String(name[..<open])]
  }

  private static func placeWords(_ place: String?) -> [String] {
    guard let place else { return [] }
    return NameReader.pieces(of: LetterFolding.folded(place)).map(NameReader.text)
  }
}
