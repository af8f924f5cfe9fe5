import ResearchProfiles
import TestCorpora

/// Organisations and evidence with everything that can be said of them, and texts that formats find hard. No two
/// organisations have a name, alias or identifier in common, so that none are taken for one body.
struct RandomRecords {
  var random: TestCorpora.SplitMix64
  /// Whether each text stands once for each language, lists hold no separators, and there are no languages that repeat.
  var isPlain = false

  private static let pieces = [
    "양자", "센서", "quantum", "\"quoted\"", "a,b", "<tag> & more", "=SUM(A1)", "+82", "-x", "@you", "'s", "''=1", "Zürich",
    "𝛼", "半導体",
    "co., ltd.", "50 %", "]]>", "a\\b", "\u{2028}",
  ]
  private static let plainPieces = [
    "양자", "센서", "quantum", "=SUM(A1)", "-x", "@you", "''=1", "Zürich", "半導体", "<tag> & more", "\"q\"",
  ]

  mutating func text(_ most: Int = 5) -> String {
    let pieces = isPlain ? Self.plainPieces : Self.pieces
    return (0...random.next(upTo: most)).map { _ in pieces[random.next(upTo: pieces.count)] }.joined(separator: " ")
  }

  private mutating func paragraphs() -> String {
    (0...random.next(upTo: 3)).map { _ in text() }.joined(separator: "\n")
  }

  private mutating func flip() -> Bool { random.next(upTo: 2) == 0 }

  private mutating func localized(_ make: (inout RandomRecords) -> String, needsOne: Bool) -> LocalizedText {
    var result = LocalizedText()
    let languages: [String?] = [nil, "ko", "en", "de"]
    for _ in 0..<(random.next(upTo: 4) + (needsOne ? 1 : 0)) {
      let language = languages[random.next(upTo: 4)]
      if isPlain, result.entries.contains(where: { $0.language == language }) { continue }
      result.add(make(&self), language: language)
    }
    // Tables have one order of languages for all records.
    if isPlain {
      result.entries.sort { languages.firstIndex(of: $0.language) ?? 0 < languages.firstIndex(of: $1.language) ?? 0 }
    }
    return result
  }

  private mutating func list(_ most: Int) -> [String] {
    var texts: [String] = []
    for _ in 0..<random.next(upTo: most) {
      let text = text(2)
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  /// In the order of their schemes, which tables keep.
  private func classifications(_ number: Int) -> [ClassificationCode] {
    var random = TestCorpora.SplitMix64(seed: UInt64(number) + 1000)
    let known = [
      ClassificationCode(scheme: .euroSciVoc, code: "/natural sciences/physical sciences/quantum physics"),
      ClassificationCode(scheme: .patents, code: "G06N 10/40"), ClassificationCode(scheme: .patents, code: "H04L 9/08"),
      ClassificationCode(scheme: .koreanStandard, code: "NB", name: "물리학"),
      ClassificationCode(scheme: "OWN", code: "", name: "only a name"), ClassificationCode(scheme: "OWN", code: "x-1"),
    ]
    return known.filter { _ in random.next(upTo: 2) == 0 }
  }

  mutating func organization(_ number: Int) -> OrganizationProfile {
    var profile = OrganizationProfile(id: OrganizationID("o\(number)"))
    profile.kind = flip() ? OrganizationKind.allCases[random.next(upTo: 5)] : .institute
    let own = word(number)
    profile.names = localized({ "\($0.text()) \(own)" }, needsOne: true)
    profile.aliases = list(4).map { "\($0) \(own)" }
    for scheme in ["GRID", "PIC", "ROR", "VAT"] where flip() {
      profile.identifiers.append(OrganizationIdentifier(scheme: scheme, value: value(scheme, 2 * number)))
      if !isPlain, flip() {
        profile.identifiers.append(OrganizationIdentifier(scheme: scheme, value: value(scheme, 2 * number + 1)))
      }
    }
    profile.country = flip() ? "KR" : "DE"
    profile.region = flip() ? "서울" : nil
    profile.city = flip() ? "Zürich" : nil
    profile.sizeClass = flip() ? "sme" : nil
    profile.homepage = flip() ? "https://o\(number).example/a?b=1&c=2" : nil
    profile.summary = localized({ $0.paragraphs() }, needsOne: false)
    profile.keywords = list(5)
    profile.classifications = classifications(number)
    profile.parent = number > 0 && flip() ? OrganizationID("o\(number - 1)") : nil
    return profile
  }

  /// Identifiers whose check digits are right.
  private func value(_ scheme: String, _ number: Int) -> String {
    switch scheme {
    case "ROR": ror(number)
    case "PIC": String(999_000_000 + number)
    case "GRID": "grid.\(10_000 + number).a"
    default: "KR\(number)"
    }
  }

  /// Letters that no other number has alike.
  private func word(_ number: Int) -> String {
    var random = TestCorpora.SplitMix64(seed: UInt64(number) + 1)
    return String((0..<12).map { _ in Character(UnicodeScalar(UInt8(97 + random.next(upTo: 26)))) })
  }

  /// 0, six characters of base 32, two check digits (ISO 7064 modulo 97).
  private func ror(_ number: Int) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var characters: [Character] = []
    var rest = number + 1_000_000
    for _ in 0..<6 {
      characters.append(alphabet[rest % 32])
      rest /= 32
    }
    let check = 98 - (number + 1_000_000) * 100 % 97
    return "0" + String(characters.reversed()) + (check < 10 ? "0" : "") + String(check)
  }

  mutating func evidence(_ number: Int, organizationCount: Int, roles: [ParticipationRole]? = nil) -> Evidence {
    var evidence = Evidence(
      id: EvidenceID("e\(number)"), kind: EvidenceKind.allCases[random.next(upTo: EvidenceKind.allCases.count)])
    evidence.title = localized({ $0.text() }, needsOne: true)
    evidence.text = localized({ $0.paragraphs() }, needsOne: false)
    evidence.keywords = list(5)
    evidence.classifications = classifications(number)
    evidence.date = flip() ? CalendarDate(daysSinceEpoch: Int32(10_000 + random.next(upTo: 10_000))) : nil
    let known = roles ?? ParticipationRole.allCases
    for _ in 0..<random.next(upTo: 5) {
      let link = Participation(
        organization: OrganizationID("o\(random.next(upTo: organizationCount))"),
        role: known[random.next(upTo: known.count)])
      if !evidence.participations.contains(link) { evidence.participations.append(link) }
    }
    if isPlain {
      let order = ParticipationRole.allCases
      evidence.participations = order.flatMap { role in evidence.participations.filter { $0.role == role } }
    }
    return evidence
  }
}
