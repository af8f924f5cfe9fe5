import PartnerDiscovery

/// How specific a need is: quantities with units, names of methods, words that say something.
struct NeedSpecificity {
  /// As they stand: `15 fT`, `30채널`.
  private(set) var quantities: [String]
  /// Concepts of the glossary and abbreviations.
  private(set) var names: [String]
  /// Words that not everybody uses.
  private(set) var tellingWordCount: Int

  /// Words that say nothing about what is needed.
  private static let vagueWords: Set<String> = [
    "협력", "희망", "협업", "공동", "연구", "공동연구", "기술", "관련", "분야", "기관", "기업", "전문", "전문가", "파트너", "우수", "최신", "첨단",
    "지원", "개발", "가능", "필요", "함께", "다양", "활용", "적용", "도움", "구합니다", "찾습니다", "원합니다", "양자", "ai", "인공지능", "업체", "대학",
    "연구소", "회사", "기반", "사업", "등", "및", "cooperation", "cooper", "collaboration", "collabor", "partner", "technology",
    "technolog", "research", "expert", "company", "compani", "univers", "need", "want", "look", "quantum", "any",
    "advanc",
    "advanced", "develop", "support", "institut", "organ", "help", "joint",
  ]

  private static let units: [String] = [
    "fT", "pT", "nT", "mT", "T", "nm", "µm", "μm", "um", "mm", "cm", "km", "m", "mK", "K", "°C", "℃", "도", "GHz", "MHz",
    "kHz", "THz",
    "mHz", "Hz", "dBm", "dB", "mW", "kW", "MW", "W", "mV", "kV", "V", "mA", "A", "ms", "ns", "ps", "fs", "µs", "μs",
    "us", "s", "kbps",
    "Mbps", "Gbps", "bps", "bit", "bits", "비트", "qubit", "qubits", "큐비트", "채널", "channel", "channels", "%", "％", "퍼센트",
    "percent",
    "mbar", "Pa", "kPa", "meV", "keV", "eV", "mm²", "cm²", "kg", "mg", "g", "mL", "L", "인치", "inch", "개", "명", "회", "대",
    "건", "년", "개월",
    "주", "일", "시간", "분", "초", "배", "층", "억", "만", "nA", "pA", "ppm", "ppb", "rpm", "fps", "TB", "GB", "MB", "노드",
    "node", "nodes", "-qubit",
    "-channel", "-bit",
  ]

  /// - Complexity: a look into the index for each word.
  init(_ statement: String, session: DiscoverySession, vocabulary: ConceptVocabulary) {
    quantities = Self.quantities(in: statement)
    let concepts = vocabulary.concepts(in: statement)
    var names = concepts.map { concept in
      concept.korean.first { statement.contains($0) } ?? concept.english.first {
        statement.lowercased().contains($0.lowercased())
      }
        ?? concept.korean.first ?? concept.english.first ?? concept.id
    }
    for word in Self.abbreviations(in: statement) where !names.contains(where: { $0.contains(word) }) {
      names.append(word)
    }
    // "양자 기술" and "인공지능" are in the glossary too, but say nothing alone.
    self.names = names.filter { name in
      !session.words(of: name).allSatisfy { Self.isVague($0) }
    }
    let common = max(3, session.counts.evidence / 4)
    tellingWordCount = session.wordFacts(of: statement).count { fact in
      !Self.isVague(fact.word) && fact.evidenceCount <= common && fact.word.contains(where: \.isLetter)
    }
  }

  private static func isVague(_ word: String) -> Bool { vagueWords.contains(word.lowercased()) }

  var state: ClinicState {
    // One name without a figure leaves too much open.
    if tellingWordCount >= 3, !quantities.isEmpty || names.count > 1 { return .good }
    return tellingWordCount >= 2 || !quantities.isEmpty || !names.isEmpty && tellingWordCount >= 1
      ? .improvable : .missing
  }

  /// Numbers with what is counted or measured.
  static func quantities(in text: String) -> [String] {
    var found: [String] = []
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      guard characters[index].isASCII, characters[index].isNumber,
        index == 0 || !(characters[index - 1].isLetter && characters[index - 1].isASCII)
      else {
        index += 1
        continue
      }
      var end = index
      while end < characters.count, characters[end].isASCII, characters[end].isNumber || ".,".contains(characters[end])
      {
        end += 1
      }
      var unitStart = end
      if unitStart < characters.count, characters[unitStart] == " " { unitStart += 1 }
      let rest = String(characters[unitStart...].prefix(10))
      let unit = units.filter { unit in
        guard rest.hasPrefix(unit) else { return false }
        guard let next = rest.dropFirst(unit.count).first, let last = unit.last, last.isASCII, last.isLetter else {
          return true
        }
        return !(next.isASCII && next.isLetter)
      }.max { $0.count < $1.count }
      // "2027년" is a date, "3년" is not.
      let isYear = unit == "년" && end - index == 4
      if let unit, !isYear { found.append(String(characters[index..<unitStart]) + unit) }
      index = max(end, index + 1)
    }
    return found
  }

  /// Words of capital letters: `OPM`, `ML-KEM`, `SNSPD`.
  private static func abbreviations(in text: String) -> [String] {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }.map(String.init).filter { word in
      let capitals = word.count { $0.isUppercase }
      return capitals >= 2 && word.count <= 12 && capitals * 2 >= word.count { $0.isLetter }
    }
  }
}
