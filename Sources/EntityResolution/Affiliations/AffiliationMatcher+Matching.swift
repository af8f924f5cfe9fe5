extension AffiliationMatcher {
  /// Where a name stands in a text.
  private struct Sighting {
    var name: Int
    var first: Int
    var last: Int
    var coverage: Float
    var matchedWeight: Float
    var score: ResolutionScore
    /// Places of the words that were found.
    var places: [Int]
  }

  /// The bodies that the text names, the surest first; none whose score is below `leastPoints`.
  ///
  /// - Complexity: linear in the names that share a rare word with the text.
  public func matches(in text: String, leastPoints: Int = AffiliationMatcher.usualLeastPoints) -> [AffiliationMatch] {
    let text = AffiliationText(text)
    var sightings: [Sighting] = []
    let lexicon = lexicon(of: text)
    for name in candidates(lexicon) {
      if let sighting = sighting(of: name, in: text, lexicon) { sightings.append(sighting) }
    }
    sightings.sort { left, right in
      if left.score.points != right.score.points { return left.score.points > right.score.points }
      if left.places.count != right.places.count { return left.places.count > right.places.count }
      return left.name < right.name
    }
    return chosen(sightings).filter { $0.score.points >= leastPoints }
  }

  /// Where a match is taken without a person's look.
  public static let usualLeastPoints = 55

  /// For each word of the text the word of names that it is, or is mistyped for.
  private func lexicon(of text: AffiliationText) -> [(word: String, errors: Int)?] {
    text.words.map { word in
      let written = word.word.text
      if postings[written] != nil { return (written, 0) }
      let scalars = written.unicodeScalars
      guard scalars.count >= 6, let first = scalars.first else { return nil }
      var best: (word: String, errors: Int)?
      for count in scalars.count - 1...scalars.count + 1 {
        for candidate in wordsByShape[WordShape(first: first.value, letterCount: count)] ?? [] {
          guard let errors = EditDistance.errors(written, candidate), errors < best?.errors ?? 3 else { continue }
          best = (candidate, errors)
        }
      }
      return best
    }
  }

  /// Names of which the text holds enough to be looked at.
  private func candidates(_ lexicon: [(word: String, errors: Int)?]) -> [Int] {
    var found: [Int32: Float] = [:]
    for word in Set(lexicon.compactMap { $0?.word }) {
      for name in postings[word] ?? [] {
        let entry = names[Int(name)]
        for (place, candidate) in entry.form.words.enumerated() where candidate.text == word {
          found[name, default: 0] += entry.weights[place]
        }
      }
    }
    return found.filter { $0.value >= names[Int($0.key)].totalWeight * 0.6 }.map { Int($0.key) }.sorted()
  }

  private func sighting(of index: Int, in text: AffiliationText, _ lexicon: [(word: String, errors: Int)?]) -> Sighting?
  {
    let name = names[index]
    var best: Sighting?
    for start in lexicon.indices {
      guard let first = lexicon[start], name.form.words.contains(where: { $0.text == first.word }) else { continue }
      var isTaken = [Bool](repeating: false, count: name.form.words.count)
      var places: [Int] = []
      var matched: Float = 0
      var errors = 0
      var inversions = 0
      var previous = -1
      let end = min(lexicon.count, start + name.form.words.count + 3)
      for place in start..<end {
        guard let entry = lexicon[place] else { continue }
        guard
          let word = name.form.words.indices.first(where: { !isTaken[$0] && name.form.words[$0].text == entry.word })
        else { continue }
        isTaken[word] = true
        places.append(place)
        matched += name.weights[word]
        errors += entry.errors
        if word < previous { inversions += 1 }
        previous = word
      }
      guard let last = places.last else { continue }
      let coverage = matched / name.totalWeight
      guard coverage >= 0.6 else { continue }
      let score = score(name, text, places: places, coverage: coverage, matched: matched, errors: errors, inversions)
      if best.map({ score.points > $0.score.points }) ?? true {
        best = Sighting(
          name: index, first: start, last: last, coverage: coverage, matchedWeight: matched, score: score,
          places: places)
      }
    }
    return best
  }

  private func score(
    _ name: Name, _ text: AffiliationText, places: [Int], coverage: Float, matched: Float, errors: Int,
    _ inversions: Int
  ) -> ResolutionScore {
    var score = ResolutionScore()
    let (first, last) = (places[0], places[places.count - 1])
    score.add(.name, "\(Int(coverage * 100)) % of \"\(name.text)\"", 50 - Int((1 - coverage) * 140))
    let rareness = min(24, Int(matched * 1.5))
    score.add(.commonName, "how rare its words are", rareness - 12)
    let isWhole = fillsItsPart(text, first: first, last: last)
    if isWhole { score.add(.position, "nothing else stands beside it", 8) }
    if name.form.words.count == 1, !name.isAcronym, !isWhole { score.add(.position, "one word among others", -20) }
    if name.isAcronym {
      let isWritten = text.words[first].isCapitals
      score.add(.acronym, "an acronym", isWritten ? (name.form.words[0].letterCount >= 4 ? -12 : -24) : -50)
    }
    let gaps = last - first + 1 - places.count
    var breaks = 0
    for (place, next) in zip(places, places.dropFirst()) where text.words[place].part != text.words[next].part {
      breaks += 1
    }
    let looseness = gaps * 8 + breaks * 5 + inversions * 4 + errors * 5
    if looseness > 0 { score.add(.position, "its words stand apart or are mistyped", -looseness) }
    addNeighbours(name, text, first: first, last: last, to: &score)
    addPlace(self.places[Int(name.body)], name, text, places: places, to: &score)
    return score
  }

  /// Words that go on where the name ends: "Wuhan University of Technology" is not Wuhan University.
  private func addNeighbours(
    _ name: Name, _ text: AffiliationText, first: Int, last: Int, to score: inout ResolutionScore
  ) {
    if last + 1 < text.words.count, text.words[last + 1].part == text.words[last].part {
      let next = text.words[last + 1].word
      if next.role == .generic { score.add(.unit, "\"\(next.text)\" follows", -8) }
      if next.role == .unit { score.add(.unit, "\"\(next.text)\" follows", -6) }
    }
    if first > 0, text.words[first - 1].part == text.words[first].part {
      let before = text.words[first - 1].word
      if before.role == .generic { score.add(.unit, "\"\(before.text)\" stands before", -3) }
    }
  }

  private func fillsItsPart(_ text: AffiliationText, first: Int, last: Int) -> Bool {
    let part = text.words[first].part
    return text.words[last].part == part && (first == 0 || text.words[first - 1].part != part)
      && (last + 1 == text.words.count || text.words[last + 1].part != part)
  }

  /// What the name itself says of its place is no second sign: "Stockholm University" must be in Stockholm for another
  /// reason than its name.
  private func addPlace(
    _ place: Place, _ name: Name, _ text: AffiliationText, places: [Int], to score: inout ResolutionScore
  ) {
    if !place.country.isEmpty {
      if text.countries.contains(place.country) {
        score.add(.country, place.country, 14)
      } else if let other = text.countries.first {
        score.add(.country, "\(other) and not \(place.country)", -30)
      } else if text.countriesOfDivisions.contains(place.country) {
        score.add(.country, place.country, 10)
      } else if let other = text.countriesOfDivisions.first {
        score.add(.country, "\(other) and not \(place.country)", -12)
      }
    }
    func isNamedBeside(_ words: [String]) -> Bool {
      let ownCount = words.first.map { first in name.form.words.contains { $0.text == first } ? 1 : 0 } ?? 0
      return text.count(of: words) > ownCount
    }
    if isNamedBeside(place.city) { score.add(.city, place.city.joined(separator: " "), 10) }
    if isNamedBeside(place.region) { score.add(.region, place.region.joined(separator: " "), 5) }
  }

  /// "Baltimore County" is meant where both it and Baltimore would do.
  private func isPartOfLonger(_ sighting: Sighting, _ sightings: [Sighting]) -> Bool {
    sightings.contains { other in
      other.places.count > sighting.places.count && other.coverage > 0.99
        && other.score.points > sighting.score.points - 20 && names[other.name].body != names[sighting.name].body
        && Set(other.places).isSuperset(of: sighting.places)
    }
  }

  /// Of names that claim the same words, the surest; of bodies that are equally sure, none.
  private func chosen(_ sightings: [Sighting]) -> [AffiliationMatch] {
    var takenPlaces: Set<Int> = []
    var takenBodies: Set<Int32> = []
    var matches: [AffiliationMatch] = []
    for (rank, sighting) in sightings.enumerated() {
      let name = names[sighting.name]
      if isPartOfLonger(sighting, sightings) { continue }
      if takenBodies.contains(name.body) || sighting.places.contains(where: takenPlaces.contains) { continue }
      var score = sighting.score
      let rival = sightings[(rank + 1)...].first { other in
        names[other.name].body != name.body && other.places == sighting.places
      }
      if let rival {
        let lead = sighting.score.points - rival.score.points
        if lead < 8 { score.add(.commonName, "another body of that name is as likely", -16) }
      }
      takenBodies.insert(name.body)
      takenPlaces.formUnion(sighting.places)
      matches.append(AffiliationMatch(body: Int(name.body), name: name.text, score: score))
    }
    return matches
  }
}
