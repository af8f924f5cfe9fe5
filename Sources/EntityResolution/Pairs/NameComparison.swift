/// How far two names are the same, word by word.
struct NameComparison {
  /// Typing errors within words that were taken for one.
  private(set) var errorCount = 0
  /// Of words that stand in both, in thousandths of a distinctive word.
  private(set) var commonWeight = 0
  /// Of words that stand in one only.
  private(set) var differingWeight = 0
  private(set) var differsInNumber = false
  /// A hospital, a laboratory, a press on one side only.
  private(set) var differingUnit: String?
  private(set) var isReordered = false
  /// Points for the errors: more where fewer letters are left to tell the body by.
  private(set) var errorPoints = 0

  /// - Complexity: the product of the counts of words.
  init(_ left: NameForm, _ right: NameForm) {
    var isTaken = [Bool](repeating: false, count: right.words.count)
    var partners = [Int?](repeating: nil, count: left.words.count)
    for (index, word) in left.words.enumerated() {
      if let same = right.words.indices.first(where: { !isTaken[$0] && right.words[$0].text == word.text }) {
        isTaken[same] = true
        partners[index] = same
        commonWeight += word.weight
      }
    }
    for (index, word) in left.words.enumerated() where partners[index] == nil && word.role != .number {
      for other in right.words.indices where !isTaken[other] && right.words[other].role != .number {
        guard let errors = EditDistance.errors(word, right.words[other]) else { continue }
        isTaken[other] = true
        partners[index] = other
        errorCount += errors
        errorPoints += Self.points(
          errors: errors, letterCount: Int(min(word.letterCount, right.words[other].letterCount)),
          isDistinctive: word.role == .distinctive && right.words[other].role == .distinctive,
          isSlip: Self.isSlip(word.text, right.words[other].text))
        // A mistyped generic word looks like a distinctive one: what it was meant to be counts.
        commonWeight += min(word.weight, right.words[other].weight)
        break
      }
    }
    var last = -1
    for (index, word) in left.words.enumerated() {
      if let partner = partners[index] {
        if partner < last { isReordered = true }
        last = partner
      } else {
        note(word)
      }
    }
    for (index, word) in right.words.enumerated() where !isTaken[index] { note(word) }
    if differingWeight > 0, !differsInNumber, words(left, right, differInKindAt: partners, isTaken) {
      compareLetters(left, right)
    }
  }

  /// Whether what is left over are not just two other distinctive words, but a mistyped common word, or words that were
  /// written together on one side.
  private func words(_ left: NameForm, _ right: NameForm, differInKindAt partners: [Int?], _ isTaken: [Bool]) -> Bool {
    if left.words.count != right.words.count { return true }
    let isCommonLeft = left.words.indices.contains { partners[$0] == nil && left.words[$0].role != .distinctive }
    let isCommonRight = right.words.indices.contains { !isTaken[$0] && right.words[$0].role != .distinctive }
    return isCommonLeft != isCommonRight
  }

  /// All letters one behind the other, with a mistake or two at most.
  private mutating func compareLetters(_ left: NameForm, _ right: NameForm) {
    if abs(left.letters.utf8.count - right.letters.utf8.count) > 6 { return }
    let (ours, theirs) = (EditDistance.letters(of: left.letters), EditDistance.letters(of: right.letters))
    let count = min(ours.count, theirs.count)
    let limit = count < 10 ? 0 : count < 20 ? 1 : 2
    let distance = EditDistance.between(ours, theirs, limit: limit)
    guard distance <= limit else { return }
    errorCount = distance
    // The words that tell the body from others are the same, or the mistake may be in them.
    let (finer, other) = left.words.count >= right.words.count ? (left, right) : (right, left)
    let distinctive = finer.words.filter { $0.role == .distinctive && $0.letterCount > 2 }
    let isShared = !distinctive.isEmpty && distinctive.allSatisfy { other.letters.contains($0.text) }
    errorPoints = Self.points(
      errors: distance, letterCount: distinctive.reduce(0) { $0 + Int($1.letterCount) }, isDistinctive: !isShared,
      isSlip: Self.isSlip(left.letters, right.letters))
    commonWeight = max(left.weight, right.weight)
    differingWeight = 0
    differingUnit = nil
    isReordered = false
  }

  private static func points(errors: Int, letterCount: Int, isDistinctive: Bool, isSlip: Bool) -> Int {
    errors * 5 + (isDistinctive ? 2 + max(0, 12 - letterCount) * (isSlip ? 1 : 2) : 0)
  }

  /// A Latin letter left out, doubled or swapped, as fingers do; another letter in its place may well be another name.
  private static func isSlip(_ left: String, _ right: String) -> Bool {
    let (ours, theirs) = (left.utf8, right.utf8)
    guard (ours.first ?? 0x80) < 0x80 else { return false }
    return ours.count != theirs.count || ours.sorted() == theirs.sorted()
  }

  private mutating func note(_ word: NameWord) {
    differingWeight += word.weight
    switch word.role {
    case .number: differsInNumber = true
    case .unit: differingUnit = word.text
    default: break
    }
  }

  /// What it says in points: 70 for the same words, less for each error and word too many.
  var points: Int {
    if differsInNumber { return -60 }
    let unitPoints = differingUnit == nil ? 0 : 30
    return 70 - errorPoints - differingWeight / 10 - unitPoints - (isReordered ? 18 : 0)
      - (commonWeight < 1000 ? (1000 - commonWeight) / 20 : 0)
  }
}
