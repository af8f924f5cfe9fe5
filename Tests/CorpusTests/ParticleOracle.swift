/// Judges particles in running Korean by the final consonant (받침), apart from the generator's own rule.
///
/// A word that merely ends like a particle (회로, 평가, 있는) is known from the lists below.
enum ParticleOracle {
  private enum Ending { case vowel, rieul, consonant, unknown }

  static func words(of text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { word in
      var trimmed = String(word)
      while let last = trimmed.last, ".,!?;:\"’)".contains(last) { trimmed.removeLast() }
      return trimmed
    }
  }

  /// What is wrong with the last particle of the word, or `nil`.
  static func complaint(about word: String) -> String? {
    for (particle, allowed) in rules where word.hasSuffix(particle) && word.count > particle.count {
      if innocent[particle, default: []].contains(where: { word.hasSuffix($0) }) { return nil }
      let ending = ending(of: String(word.dropLast(particle.count)))
      return allowed.contains(ending) ? nil : "'\(particle)' cannot follow '\(word.dropLast(particle.count))'"
    }
    return nil
  }

  /// Longer particles first.
  private static let rules: [(String, [Ending])] = [
    ("으로", [.consonant]), ("로", [.vowel, .rieul]), ("를", [.vowel]), ("을", [.rieul, .consonant]), ("는", [.vowel]),
    ("은", [.rieul, .consonant]), ("가", [.vowel]), ("이", [.rieul, .consonant]), ("와", [.vowel]),
    ("과", [.rieul, .consonant]),
  ]

  private static let innocent: [String: [String]] = [
    "로": ["경로", "선로", "성장로", "항로", "통로"],
    "을": ["이을", "지을", "마을", "모을", "가을", "나을"],
    "은": ["이은", "지은", "모은", "나은"],
    "는": [
      "있는", "없는", "갖는", "맞는", "찾는", "얻는", "읽는", "막는", "묻는", "담는", "잡는", "넣는", "붙는", "닿는", "겪는", "않는", "받는", "놓는",
      "싣는", "돕는", "남는", "쌓는", "앉는", "걷는", "듣는", "먹는", "뽑는", "섞는", "잇는", "넘는", "묶는",
    ],
    "가": ["평가", "증가", "추가", "국가", "참가", "단가", "원가", "첨가", "전문가", "인가", "불가", "물가"],
    "이": [
      "차이", "높이", "길이", "깊이", "사이", "아이", "나이", "어레이", "깜박이", "릴레이", "쌍둥이", "놀이", "패러데이", "게이트웨이", "버터플라이", "가까이", "파이",
      "디스플레이",
    ],
    "과": ["효과", "초과", "투과", "부과", "교과", "내과", "외과", "여과", "통과"],
  ]

  private static func ending(of stem: String) -> Ending {
    var stem = stem
    if stem.hasSuffix(")"), let opening = stem.lastIndex(of: "(") { stem = String(stem[..<opening]) }
    guard let last = stem.unicodeScalars.last else { return .unknown }
    if (0xAC00...0xD7A3).contains(last.value) {
      let final = (last.value - 0xAC00) % 28
      return final == 0 ? .vowel : final == 8 ? .rieul : .consonant
    }
    if stem.hasSuffix("kg") { return .consonant }
    if ["m", "GHz", "mbar", "Si"].contains(where: { stem.hasSuffix($0) }) { return .vowel }
    // 엘 엠 엔 알 and 영 일 삼 육 칠 팔 end in a consonant; 퍼센트 and all other letters and digits in a vowel.
    if "LR178".unicodeScalars.contains(last) { return .rieul }
    if "MN036".unicodeScalars.contains(last) { return .consonant }
    if "%" == last || ("A"..."Z").contains(last) || ("0"..."9").contains(last) { return .vowel }
    return .unknown
  }
}
