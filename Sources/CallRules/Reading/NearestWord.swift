/// Finds the word that was probably meant.
enum NearestWord {
  /// The known word at the smallest edit distance (Damerau, with neighbours exchanged), at most a third of its length
  /// and at least one; `nil` where none is near. The first of several.
  static func find(_ word: String, in known: [String]) -> String? {
    let letters = Array(word.lowercased())
    var best: (distance: Int, word: String)?
    for candidate in known {
      let other = Array(candidate.lowercased())
      let distance = distance(letters, other)
      if distance <= max(1, max(letters.count, other.count) / 3), distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best?.word
  }

  /// Optimal string alignment distance.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var rows = [Array(0...right.count)]
    for i in 0..<left.count {
      var row = [i + 1]
      for j in 0..<right.count {
        let isSame = left[i] == right[j]
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (isSame ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
