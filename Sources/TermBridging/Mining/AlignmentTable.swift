/// IBM Model 1 in both directions over the same texts.
///
/// Every Korean and English term that meet in a text have one entry with t(English | Korean) and t(Korean | English).
/// All sums run in the order of the texts.
struct AlignmentTable {
  struct Text {
    var korean: [UInt32]
    var english: [UInt32]
  }

  private let texts: [Text]
  /// Entry of every (Korean, English) cell of every text, row by row.
  private var entries: [UInt32] = []
  private var koreanOfEntry: [UInt32] = []
  private var englishOfEntry: [UInt32] = []
  private let koreanCount: Int
  private let englishCount: Int
  /// t(English | Korean) and t(Korean | English) of each entry.
  private var toEnglish: [Double]
  private var toKorean: [Double]
  /// t(term | empty word).
  private var englishOfNothing: [Double]
  private var koreanOfNothing: [Double]

  init(_ texts: [Text]) {
    self.texts = texts
    koreanCount = Int(texts.lazy.flatMap(\.korean).max().map { $0 + 1 } ?? 0)
    englishCount = Int(texts.lazy.flatMap(\.english).max().map { $0 + 1 } ?? 0)
    var numbers: [UInt64: UInt32] = [:]
    for text in texts {
      for korean in text.korean {
        for english in text.english {
          let key = UInt64(korean) << 32 | UInt64(english)
          if let known = numbers[key] {
            entries.append(known)
          } else {
            let number = UInt32(koreanOfEntry.count)
            numbers[key] = number
            koreanOfEntry.append(korean)
            englishOfEntry.append(english)
            entries.append(number)
          }
        }
      }
    }
    toEnglish = Array(repeating: 1 / Double(max(1, englishCount)), count: koreanOfEntry.count)
    toKorean = Array(repeating: 1 / Double(max(1, koreanCount)), count: koreanOfEntry.count)
    englishOfNothing = Array(repeating: 1 / Double(max(1, englishCount)), count: englishCount)
    koreanOfNothing = Array(repeating: 1 / Double(max(1, koreanCount)), count: koreanCount)
  }

  /// Expectation and maximisation, so many times.
  mutating func train(iterationCount: Int) {
    for _ in 0..<iterationCount {
      var englishCounts = Array(repeating: 0.0, count: toEnglish.count)
      var koreanCounts = Array(repeating: 0.0, count: toKorean.count)
      var englishEmpty = Array(repeating: 0.0, count: englishCount)
      var koreanEmpty = Array(repeating: 0.0, count: koreanCount)
      forEachText { text, cells in
        let (rows, columns) = (text.korean.count, text.english.count)
        for column in 0..<columns {
          let english = Int(text.english[column])
          var sum = englishOfNothing[english]
          for row in 0..<rows { sum += toEnglish[Int(entries[cells + row * columns + column])] }
          guard sum > 0 else { continue }
          englishEmpty[english] += englishOfNothing[english] / sum
          for row in 0..<rows {
            let entry = Int(entries[cells + row * columns + column])
            englishCounts[entry] += toEnglish[entry] / sum
          }
        }
        for row in 0..<rows {
          let korean = Int(text.korean[row])
          var sum = koreanOfNothing[korean]
          for column in 0..<columns { sum += toKorean[Int(entries[cells + row * columns + column])] }
          guard sum > 0 else { continue }
          koreanEmpty[korean] += koreanOfNothing[korean] / sum
          for column in 0..<columns {
            let entry = Int(entries[cells + row * columns + column])
            koreanCounts[entry] += toKorean[entry] / sum
          }
        }
      }
      normalize(englishCounts, by: koreanOfEntry, count: koreanCount, into: &toEnglish)
      normalize(koreanCounts, by: englishOfEntry, count: englishCount, into: &toKorean)
      let (englishSum, koreanSum) = (englishEmpty.reduce(0, +), koreanEmpty.reduce(0, +))
      if englishSum > 0 { englishOfNothing = englishEmpty.map { $0 / englishSum } }
      if koreanSum > 0 { koreanOfNothing = koreanEmpty.map { $0 / koreanSum } }
    }
  }

  private func normalize(_ counts: [Double], by given: [UInt32], count: Int, into table: inout [Double]) {
    var sums = Array(repeating: 0.0, count: count)
    for (entry, value) in counts.enumerated() { sums[Int(given[entry])] += value }
    for (entry, value) in counts.enumerated() {
      let sum = sums[Int(given[entry])]
      table[entry] = sum > 0 ? value / sum : 0
    }
  }

  /// Calls `body` with every pair of terms and the expected number of texts in which both directions align them.
  func forEachAgreement(_ body: (_ korean: UInt32, _ english: UInt32, _ jointCount: Double) -> Void) {
    var joint = Array(repeating: 0.0, count: toEnglish.count)
    forEachText { text, cells in
      let (rows, columns) = (text.korean.count, text.english.count)
      var rowSums = text.korean.map { koreanOfNothing[Int($0)] }
      for row in 0..<rows {
        for column in 0..<columns { rowSums[row] += toKorean[Int(entries[cells + row * columns + column])] }
      }
      for column in 0..<columns {
        var largest = englishOfNothing[Int(text.english[column])]
        for row in 0..<rows { largest = max(largest, toEnglish[Int(entries[cells + row * columns + column])]) }
        guard largest > 0 else { continue }
        for row in 0..<rows where rowSums[row] > 0 {
          let entry = Int(entries[cells + row * columns + column])
          joint[entry] += toEnglish[entry] / largest * (toKorean[entry] / rowSums[row])
        }
      }
    }
    for (entry, count) in joint.enumerated() where count > 0 {
      body(koreanOfEntry[entry], englishOfEntry[entry], count)
    }
  }

  private func forEachText(_ body: (_ text: Text, _ firstCell: Int) -> Void) {
    var cell = 0
    for text in texts {
      body(text, cell)
      cell += text.korean.count * text.english.count
    }
  }
}
