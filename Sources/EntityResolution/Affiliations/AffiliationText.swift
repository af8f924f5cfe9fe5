import TextAnalysis

/// A line of free text that says where somebody works, taken apart.
struct AffiliationText {
  struct Word {
    var word: NameWord
    /// Which part between commas, brackets and line ends it stands in.
    var part: Int
    /// All capitals in the source.
    var isCapitals: Bool
  }

  private(set) var words: [Word] = []
  /// Countries that the text names, the last one first.
  private(set) var countries: [String] = []
  /// Countries that are named by one of their states.
  private(set) var countriesOfDivisions: [String] = []
  private var plainWords: [String] = []

  /// - Complexity: linear in the text.
  init(_ text: String) {
    let decoded = Self.withoutCharacterReferences(text)
    var part = 0
    var current = ""
    func isBreak(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case ",", ";", ":", "(", ")", "[", "]", "\n", "\r", "\t", "|", "/", "·", "•", "，", "、", "<", ">": true
      default: false
      }
    }
    for scalar in decoded.unicodeScalars {
      if isBreak(scalar) {
        append(current, part: part)
        current = ""
        part += 1
      } else {
        current.unicodeScalars.append(scalar)
      }
    }
    append(current, part: part)
    findCountries()
  }

  /// How often the words of a place stand in the text one behind the other.
  func count(of place: [String]) -> Int {
    guard let first = place.first else { return 0 }
    return plainWords.indices.count { plainWords[$0] == first && plainWords[$0...].starts(with: place) }
  }

  private mutating func append(_ text: String, part: Int) {
    for piece in Self.unglued(text).split(whereSeparator: { $0.isWhitespace || "-–‐—−".contains($0) }) {
      let pieces = NameReader.pieces(of: LetterFolding.folded(String(piece)))
      let letters = piece.unicodeScalars.filter { $0.properties.isAlphabetic }
      let isCapitals = letters.count > 1 && letters.allSatisfy { $0.properties.isUppercase }
      for folded in pieces { plainWords.append(NameReader.text(folded)) }
      var reader = NameReader()
      reader.read(String(piece))
      guard let plain = pieces.first.map(NameReader.text) else { continue }
      if pieces.count == 1 {
        switch NameVocabulary.entries[plain] {
        case .stop: continue
        default: break
        }
      }
      for word in reader.words { words.append(Word(word: word, part: part, isCapitals: isCapitals)) }
    }
  }

  /// Puts a blank where a copied line has lost one: "1University", "TennesseeCollege", "Lausanne1015".
  private static func unglued(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var run = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let isUpper = scalar.properties.isUppercase
      if let last = previous {
        let isDigit = last.properties.numericType != nil
        let goesUp = last.properties.isLowercase && isUpper && run >= 4
        let leavesNumber = isDigit && scalar.properties.isAlphabetic && scalar.value < 0x1100
        if goesUp || leavesNumber { result.append(" ") }
        if goesUp || leavesNumber || !scalar.properties.isAlphabetic { run = 0 }
      }
      if scalar.properties.isAlphabetic { run += 1 }
      result.append(scalar)
      previous = scalar
    }
    return String(result)
  }

  private mutating func findCountries() {
    var found: [String] = []
    var start = 0
    while start < plainWords.count {
      var taken = 1
      for count in stride(from: min(CountryName.longestWordCount, plainWords.count - start), to: 0, by: -1) {
        let name = plainWords[start..<start + count].joined(separator: " ")
        if let code = CountryName.codes[name] {
          found.append(code)
          taken = count
          break
        }
        if let code = CountryName.divisions[name] {
          countriesOfDivisions.append(code)
          taken = count
          break
        }
      }
      start += taken
    }
    countries = found.reversed()
  }

  /// "&#x00F2;" and "&amp;" as the letters that they stand for.
  private static func withoutCharacterReferences(_ text: String) -> String {
    guard text.contains("&"), text.contains(";") else { return text }
    var result = ""
    var rest = Substring(text)
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[ampersand...]
      guard let end = rest.prefix(10).firstIndex(of: ";") else {
        result.append("&")
        rest = rest.dropFirst()
        continue
      }
      let name = rest[rest.index(after: rest.startIndex)..<end]
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      if let scalar = number.flatMap(Unicode.Scalar.init) {
        result.unicodeScalars.append(scalar)
      } else {
        result.append(" ")
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
