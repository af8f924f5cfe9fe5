import TextAnalysis

/// Takes a name apart into words.
struct NameReader {
  private(set) var words: [NameWord] = []
  private(set) var marks: NameForm.Marks = []
  private(set) var legalForm: UInt16 = 0
  /// What the words were made of.
  private(set) var letters = ""

  mutating func read(_ name: String) {
    let scalars = LetterFolding.folded(Self.withoutBracketedForms(name, marks: &marks))
    var pieces = Self.pieces(of: scalars)
    Self.joinInitials(&pieces)
    var dropped: [[UInt32]] = []
    for piece in pieces { read(piece, dropped: &dropped) }
    takeOffFoundation()
    // A name of legal forms and articles alone is a name all the same ("The And").
    if words.isEmpty {
      for piece in dropped { append(piece, role: .distinctive) }
    }
  }

  private mutating func read(_ piece: [UInt32], dropped: inout [[UInt32]]) {
    if Self.isHangul(piece[0]) {
      marks.insert(.hangul)
      return readKorean(piece)
    }
    let text = Self.text(piece)
    switch NameVocabulary.entries[text] {
    case .stop, .form: dropped.append(piece)
    case .companyForm:
      dropped.append(piece)
      // A company's form stands behind its name: "AG Neovo" is no AG.
      if words.isEmpty {
        append(piece, role: .distinctive)
        dropped.removeLast()
      } else {
        marks.insert(.company)
        if legalForm == 0, let form = Self.preciseForms[text] {
          legalForm = UInt16(truncatingIfNeeded: StableHash.of([form])) | 1
        }
      }
    case .word(let word, let role):
      if word == "campus" { marks.insert(.campus) }
      words.append(NameWord(word, role: role, letterCount: piece.count))
      letters += text
    case nil:
      let isNumber = piece.allSatisfy { (0x30...0x39).contains($0) } || Self.romanNumerals.contains(text)
      append(piece, role: isNumber ? .number : .distinctive)
    }
  }

  /// "Industry-Academic Cooperation Foundation, Hanyang University" is 한양대학교 산학협력단.
  private mutating func takeOffFoundation() {
    guard words.count > 3, let start = words.firstIndex(where: { $0.text == "industry" || $0.text == "research" })
    else {
      return
    }
    let rest = words[start...].prefix(4).map(\.text)
    for phrase in Self.foundations where rest.starts(with: phrase) && words.count > phrase.count {
      words.removeSubrange(start..<start + phrase.count)
      marks.insert(.foundation)
      return
    }
  }

  /// Without "foundation", which is a legal form and already left out.
  private static let foundations: [[String]] =
    ["university", "academic", "academia", "academy"].flatMap { who in
      [
        ["industry", who, "cooperation", "group"], ["industry", who, "cooperation"],
        ["industry", who, "collaboration"],
      ]
    } + [["research", "business"]]

  private mutating func append(_ piece: [UInt32], role: NameWord.Role) {
    let text = Self.text(piece)
    words.append(NameWord(text, role: role, letterCount: piece.count))
    letters += text
  }

  /// Takes off what is written together with a Korean name, as long as something is left of it.
  private mutating func readKorean(_ piece: [UInt32]) {
    var rest = Substring(Self.text(piece))
    for form in KoreanAffixes.forms {
      if rest.hasPrefix(form.text) {
        rest = Substring(rest.utf8.dropFirst(form.text.utf8.count))
      } else if rest.hasSuffix(form.text) {
        rest = Substring(rest.utf8.dropLast(form.text.utf8.count))
      } else {
        continue
      }
      if form.isCompany { marks.insert(.company) }
    }
    for suffix in KoreanAffixes.foundation where rest.hasSuffix(suffix) {
      rest = Substring(rest.utf8.dropLast(suffix.utf8.count))
      marks.insert(.foundation)
    }
    // 관악캠퍼스 says where, and of what is said before.
    if rest.hasSuffix("캠퍼스"), !words.isEmpty {
      marks.insert(.campus)
      return
    }
    if rest.isEmpty { return }
    letters += rest
    var front: [NameWord] = []
    for prefix in KoreanAffixes.prefixes where rest.hasPrefix(prefix) && rest.utf8.count > prefix.utf8.count {
      front.append(Self.koreanWord(prefix))
      rest = Substring(rest.utf8.dropFirst(prefix.utf8.count))
      break
    }
    var back: [NameWord] = []
    while let suffix = KoreanAffixes.suffix(of: rest) {
      let word = Self.koreanWord(suffix)
      if word.text == "campus" { marks.insert(.campus) }
      back.append(word)
      rest = Substring(rest.utf8.dropLast(suffix.utf8.count))
    }
    words += front
    words.append(Self.koreanWord(String(rest)))
    words += back.reversed()
  }

  private static func koreanWord(_ text: String) -> NameWord {
    let count = text.unicodeScalars.reduce(0) { $0 + (($1.value &- 0xAC00) % 28 == 0 ? 2 : 3) }
    if case .word(let word, let role) = NameVocabulary.entries[text] {
      return NameWord(word, role: role, letterCount: count)
    }
    return NameWord(text, role: .distinctive, letterCount: count)
  }

  /// ㈜, (주), （재） ... become blanks.
  private static func withoutBracketedForms(_ name: String, marks: inout NameForm.Marks) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
    var result = ""
    var rest = Substring(name)
    outer: while let first = rest.first {
      for (form, isCompany) in bracketedForms where rest.hasPrefix(form) {
        result.append(" ")
        rest.removeFirst(form.count)
        if isCompany { marks.insert(.company) }
        continue outer
      }
      result.append(first)
      rest.removeFirst()
    }
    return result
  }

  private static let bracketedForms: [(String, Bool)] = [
    ("㈜", true), ("(주)", true), ("（주）", true), ("(株)", true), ("㈱", true), ("(유)", true), ("(재)", false), ("㈶", false),
    ("(사)", false), ("㈳", false), ("(학)", false), ("㈻", false), ("(의)", false), ("株式會社", true), ("株式会社", true),
    ("(합)", true),
  ]

  /// Runs of letters and digits; Korean and other letters apart; apostrophes and dots inside a word go.
  static func pieces(of scalars: [UInt32]) -> [[UInt32]] {
    var pieces: [[UInt32]] = []
    var current: [UInt32] = []
    func isJoiner(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2019 || scalar == 0x60 }
    for scalar in scalars {
      if isJoiner(scalar) { continue }
      guard isLetter(scalar) else {
        if !current.isEmpty { pieces.append(current) }
        current = []
        continue
      }
      if let last = current.last, isHangul(last) != isHangul(scalar) {
        pieces.append(current)
        current = []
      }
      current.append(scalar)
    }
    if !current.isEmpty { pieces.append(current) }
    return pieces
  }

  /// "S.p.A." and "U S A" become one word.
  private static func joinInitials(_ pieces: inout [[UInt32]]) {
    guard pieces.count(where: { $0.count == 1 }) > 1 else { return }
    var joined: [[UInt32]] = []
    var isInitials = false
    for piece in pieces {
      let isInitial = piece.count == 1 && piece[0] >= 0x61 && piece[0] <= 0x7A
      if isInitial, isInitials {
        joined[joined.count - 1] += piece
      } else {
        joined.append(piece)
      }
      isInitials = isInitial
    }
    // "Sp. z o.o."
    for index in joined.indices.dropFirst() where text(joined[index]) == "zoo" && text(joined[index - 1]) == "sp" {
      joined[index] = joined[index - 1] + joined[index]
      joined[index - 1] = []
    }
    pieces = joined.filter { !$0.isEmpty }
  }

  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x61...0x7A: return true
    case 0..<0x80, 0xA0...0xBF, 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFF00...0xFF0F:
      return false
    default:
      guard let known = Unicode.Scalar(scalar) else { return false }
      return known.properties.isAlphabetic || known.properties.numericType != nil
    }
  }

  static func isHangul(_ scalar: UInt32) -> Bool { (0xAC00...0xD7A3).contains(scalar) }

  static func text(_ scalars: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { if let known = Unicode.Scalar(scalar) { view.append(known) } }
    return String(view)
  }

  /// Forms that no body bears beside another one, with how else they are written.
  private static let preciseForms: [String: String] = {
    var forms: [String: String] = [:]
    for line in [
      "gmbh ggmbh mbh", "ag aktiengesellschaft", "ohg", "ug", "sa", "sas sasu", "sarl srls srl", "spa", "sl slu sll",
      "sau",
      "bv", "nv", "oy", "oyj", "ab aktiebolag", "as", "asa", "aps", "sro", "doo", "plc", "llc", "kft", "lda", "se",
    ] {
      let words = line.split(separator: " ").map(String.init)
      for word in words { forms[word] = words[0] }
    }
    return forms
  }()

  private static let romanNumerals: Set<String> = ["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"]
}
