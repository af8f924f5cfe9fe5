/// How many typing errors lie between two words: insertions, deletions, replacements and swaps of neighbours (optimal
/// string alignment; Damerau 1964).
enum EditDistance {
  /// - Returns: the distance, or `limit + 1` where it is more than `limit`.
  /// - Complexity: the product of the lengths, within a band of the limit.
  static func between(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var start = 0
    while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
    var leftEnd = left.count
    var rightEnd = right.count
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    let rowCount = leftEnd - start
    let columnCount = rightEnd - start
    if rowCount == 0 || columnCount == 0 { return min(rowCount + columnCount, limit + 1) }
    if rowCount == 1, columnCount == 1 { return 1 }
    var before = [Int](repeating: 0, count: columnCount + 1)
    var previous = Array(0...columnCount)
    var current = before
    for row in 1...rowCount {
      current[0] = row
      var best = row
      let letter = left[start + row - 1]
      for column in 1...columnCount {
        let other = right[start + column - 1]
        var value = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (letter == other ? 0 : 1))
        if row > 1, column > 1, letter == right[start + column - 2], other == left[start + row - 2] {
          value = min(value, before[column - 2] + 1)
        }
        current[column] = value
        best = min(best, value)
      }
      if best > limit { return limit + 1 }
      (before, previous, current) = (previous, current, before)
    }
    return min(previous[columnCount], limit + 1)
  }

  /// A word's letters, Korean syllables as the two or three letters they are typed with.
  static func letters(of word: String) -> [UInt32] {
    var letters: [UInt32] = []
    letters.reserveCapacity(word.utf8.count)
    for scalar in word.unicodeScalars {
      let value = scalar.value
      if NameReader.isHangul(value) {
        let index = value - 0xAC00
        letters.append(0x1100 + index / 588)
        letters.append(0x1161 + index % 588 / 28)
        if index % 28 > 0 { letters.append(0x11A7 + index % 28) }
      } else {
        letters.append(value)
      }
    }
    return letters
  }

  /// How many errors a word of so many letters may have and still be taken for the other: none in short words, where each
  /// letter tells words apart. Two Korean syllables are four to six letters.
  static func tolerance(letterCount: Int, isKorean: Bool) -> Int {
    isKorean ? (letterCount < 7 ? 0 : letterCount < 12 ? 1 : 2) : (letterCount < 5 ? 0 : letterCount < 9 ? 1 : 2)
  }

  /// The errors between two words if they are few enough to be taken for one; `nil` otherwise.
  static func errors(_ left: NameWord, _ right: NameWord) -> Int? {
    if abs(Int(left.letterCount) - Int(right.letterCount)) > 2, left.role != .generic, right.role != .generic {
      return nil
    }
    return errors(left.text, right.text)
  }

  static func errors(_ left: String, _ right: String) -> Int? {
    // Three bytes a syllable of two or three letters.
    let (leftCount, rightCount) = (left.utf8.count, right.utf8.count)
    if abs(leftCount - rightCount) > 4 || min(leftCount, rightCount) < 5 { return nil }
    let isKorean = (left.unicodeScalars.first?.value ?? 0) >= 0xAC00
    if isKorean != ((right.unicodeScalars.first?.value ?? 0) >= 0xAC00) { return nil }
    let (leftLetters, rightLetters) = (letters(of: left), letters(of: right))
    let limit = tolerance(letterCount: min(leftLetters.count, rightLetters.count), isKorean: isKorean)
    if limit == 0 { return nil }
    let distance = between(leftLetters, rightLetters, limit: limit)
    return distance <= limit ? distance : nil
  }
}
