import TestCorpora

/// Evidence made by rule, for tests that need thousands of records: the same numbers give the same text.
enum GeneratedSource {
  private static let words = [
    "양자", "센서", "통신", "암호", "광섬유", "검출기", "다이아몬드", "초전도", "중계기", "소재", "quantum", "sensor", "photon", "cryogenic",
    "entanglement", "magnetometer", "lattice", "cavity", "amplifier", "resonator", "metrology", "imaging", "clinical",
    "battery", "satellite",
  ]

  /// JSON Lines of evidence with these numbers; a round gives the same ids other texts.
  static func evidence(_ numbers: Range<Int>, round: Int = 0) -> String {
    var random = SplitMix64(seed: UInt64(round) << 32)
    var text = ""
    for number in numbers {
      func phrase(_ count: Int) -> String {
        (0..<count).map { _ in words[Int(random.next() % UInt64(words.count))] }.joined(separator: " ")
      }
      let organizations = (0..<3).map { place in
        #"{"id":"o\#(random.next() % 200)","role":"\#(place == 0 ? "coordinator" : "participant")"}"#
      }
      text += #"{"type":"evidence","id":"g\#(number)","kind":"project","title":"\#(phrase(3))","#
      text += #""text":"\#(phrase(9))","date":"20\#(10 + number % 15)-01-01","#
      text += #""organizations":[\#(organizations.joined(separator: ","))]}"# + "\n"
    }
    return text
  }
}
