import ResearchProfiles

/// Says whether two records are one body: a sum of points, each with its reason.
///
/// Identifiers decide where there are some; names and places otherwise. The weights are stated here and nowhere else;
/// what a pair gets depends on the two records alone, so that it is the same in any company.
public struct PairScorer: Sendable {
  public init() {}

  /// - Parameter keepsReasons: `false` for the sum alone.
  /// - Complexity: the product of the counts of names, times that of their words; a few microseconds.
  public func score(_ left: BodyFacts, _ right: BodyFacts, keepsReasons: Bool = true) -> ResolutionScore {
    var score = ResolutionScore(keepsReasons: keepsReasons)
    let namePoints = addNames(left, right, to: &score)
    addIdentifiers(left, right, namePoints: namePoints, to: &score)
    addPlaces(left, right, to: &score)
    if let leftKind = left.kind, let rightKind = right.kind, leftKind != rightKind, leftKind != .other,
      rightKind != .other
    {
      score.add(.kind, "\(leftKind.rawValue) and \(rightKind.rawValue)", -6)
    }
    if left.parent == right.id || right.parent == left.id {
      score.forbid(.parent, "one is a part of the other", -100)
    } else if let leftParent = left.parent, let rightParent = right.parent, leftParent != rightParent {
      score.add(.parent, "parts of \(leftParent) and of \(rightParent)", -10)
    }
    return score
  }

  // MARK: Identifiers

  /// A ministry's offices share its VAT number, a group's firms their home page: without a like name that says less.
  private func addIdentifiers(
    _ left: BodyFacts, _ right: BodyFacts, namePoints: Int, to score: inout ResolutionScore
  ) {
    if left.identifiers.isEmpty || right.identifiers.isEmpty { return }
    var strongest = 0
    for scheme in IdentifierScheme.allCases {
      let ours = left.identifiers.lazy.filter { $0.scheme == scheme }
      guard let first = ours.first else { continue }
      let theirs = right.identifiers.lazy.filter { $0.scheme == scheme }
      guard let other = theirs.first else { continue }
      if let shared = ours.first(where: { theirs.contains($0) }) {
        // A second shared identifier adds little: sources copy them from each other.
        let points =
          strongest > 0
          ? 10
          : shared.isChecked
            ? scheme.sharedPoints(namesAgree: namePoints > 40) : scheme.sharedPoints(namesAgree: false) / 2
        score.add(scheme == .domain ? .domain : .identifier, "the same \(scheme.name) \(shared.value)", points)
        strongest = max(strongest, points)
      } else if scheme.isExclusive {
        score.forbid(.conflictingIdentifier, "\(scheme.name) \(first.value) and \(other.value)", -scheme.conflictPoints)
      } else if scheme == .domain {
        score.add(.domain, "\(first.value) and \(other.value)", namePoints < 70 ? -12 : -5)
      }
    }
  }

  // MARK: Names

  /// - Returns: the points given.
  private func addNames(_ left: BodyFacts, _ right: BodyFacts, to score: inout ResolutionScore) -> Int {
    let before = score.points
    for (place, ours) in left.names.enumerated() {
      for (other, theirs) in right.names.enumerated() where ours.compactHash == theirs.compactHash && !isShort(ours) {
        addEqual(ours, theirs, to: &score)
        if place >= left.properNameCount || other >= right.properNameCount {
          score.add(.name, "one of them bears it only beside another name", -18)
        }
        return score.points - before
      }
    }
    let hasStrongIdentifier = left.identifiers.contains { $0.scheme.isDecisive && right.identifiers.contains($0) }
    var best: (points: Int, left: NameForm, right: NameForm, comparison: NameComparison)?
    for ours in left.names where !isShort(ours) {
      for theirs in right.names where !isShort(theirs) && ours.marks.contains(.hangul) == theirs.marks.contains(.hangul)
      {
        let comparison = NameComparison(ours, theirs)
        if best == nil || comparison.points > best?.points ?? 0 {
          best = (comparison.points, ours, theirs, comparison)
        }
      }
    }
    let acronym = sharedAcronym(left, right)
    if let acronym, best?.points ?? 0 < acronym.points {
      score.add(.acronym, acronym.detail, acronym.points)
    } else if let best {
      let kind: ResolutionReason.Kind =
        best.comparison.differsInNumber ? .number : best.comparison.differingUnit == nil ? .name : .unit
      score.add(
        kind, "\"\(best.left.spelled)\" and \"\(best.right.spelled)\"\(describe(best.comparison))",
        max(best.points, hasStrongIdentifier ? -10 : -60))
      // Namesakes differ in both languages; a typing error is in one.
      if best.comparison.errorCount > 0, isBilingual(left), isBilingual(right) {
        score.add(.name, "the names in the other language differ too", -12)
      }
      if best.comparison.errorCount > 0, best.left.legalForm != 0, best.right.legalForm != 0,
        best.left.legalForm != best.right.legalForm
      {
        score.add(.name, "another legal form", -8)
      }
    } else if Transliteration.agrees(left.names, right.names) {
      score.add(.transliteration, "the Korean name sounds like the other", 25)
    }
    return score.points - before
  }

  private func isBilingual(_ body: BodyFacts) -> Bool {
    body.names.contains { $0.marks.contains(.hangul) }
      && body.names.contains { !$0.marks.contains(.hangul) && !isShort($0) }
  }

  private func addEqual(_ ours: NameForm, _ theirs: NameForm, to score: inout ResolutionScore) {
    let weight = ours.weight
    let isFoundation = ours.marks.contains(.foundation) != theirs.marks.contains(.foundation)
    let isCampus = ours.marks.contains(.campus) != theirs.marks.contains(.campus)
    score.add(
      isFoundation ? .foundation : .name,
      isFoundation ? "\"\(ours.spelled)\" and its foundation for contracts" : "the same name \"\(ours.spelled)\"", 70)
    if ours.legalForm != 0, theirs.legalForm != 0, ours.legalForm != theirs.legalForm {
      score.add(.name, "another legal form", -18)
    }
    if isCampus { score.add(.unit, "one is a campus", -10) }
    if weight < 1000 { score.add(.commonName, "many bodies could bear that name", -(1000 - weight) / 20) }
  }

  private func describe(_ comparison: NameComparison) -> String {
    var parts: [String] = []
    if comparison.errorCount > 0 { parts.append("\(comparison.errorCount) letters differ") }
    if comparison.differsInNumber { parts.append("other numbers") }
    if let unit = comparison.differingUnit { parts.append("only one is a \(unit)") }
    if comparison.isReordered { parts.append("other order") }
    return parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
  }

  /// One short word: an acronym, which many bodies share.
  private func isShort(_ name: NameForm) -> Bool {
    name.words.count == 1 && !name.marks.contains(.hangul)
      && (name.words[0].letterCount < 5 || name.marks.contains(.acronym))
  }

  private func sharedAcronym(_ left: BodyFacts, _ right: BodyFacts) -> (detail: String, points: Int)? {
    for ours in left.names where isShort(ours) {
      let text = ours.words[0].text
      for theirs in right.names {
        if isShort(theirs), theirs.words[0].text == text {
          // The first name of both: then it is more than an acronym.
          let isAlone = left.names.first == ours && right.names.first == theirs
          return ("both are called \(text)", isAlone ? 45 : 30)
        }
        if !isShort(theirs), text.count > 2, theirs.initials == text { return ("\(text) is \"\(theirs.spelled)\"", 30) }
      }
    }
    for theirs in right.names where isShort(theirs) {
      let text = theirs.words[0].text
      for ours in left.names where !isShort(ours) && text.count > 2 && ours.initials == text {
        return ("\(text) is \"\(ours.spelled)\"", 30)
      }
    }
    return nil
  }

  // MARK: Places

  private func addPlaces(_ left: BodyFacts, _ right: BodyFacts, to score: inout ResolutionScore) {
    if let leftCountry = left.country, let rightCountry = right.country {
      if leftCountry != rightCountry { return score.add(.country, "\(leftCountry) and \(rightCountry)", -60) }
      score.add(.country, leftCountry, 12)
    }
    if let leftCity = left.city, let rightCity = right.city {
      if leftCity == rightCity {
        score.add(.city, leftCity, 14)
      } else if leftCity.contains(rightCity) || rightCity.contains(leftCity)
        || EditDistance.errors(leftCity, rightCity) != nil
      {
        score.add(.city, "\(leftCity) and \(rightCity)", 8)
      } else {
        score.add(.city, "\(leftCity) and \(rightCity)", left.region != nil && left.region == right.region ? -4 : -12)
      }
    } else if let leftRegion = left.region, let rightRegion = right.region {
      score.add(.region, "\(leftRegion) and \(rightRegion)", leftRegion == rightRegion ? 6 : -8)
    }
  }
}
