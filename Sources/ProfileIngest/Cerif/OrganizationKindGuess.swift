package import ResearchProfiles

/// Tells what a body is where its source does not say so in our words. Better no kind than a wrong one.
package enum OrganizationKindGuess {
  /// From a type URI such as `https://w3id.org/cerif/vocab/OrganisationTypes#HigherEducation`.
  static func kind(typeURI: String) -> OrganizationKind? {
    let type = (typeURI.split(whereSeparator: { "#/".contains($0) }).last ?? "").lowercased().filter { $0.isLetter }
    func mentions(_ words: [String]) -> Bool { words.contains { type.contains($0) } }
    if mentions(["university", "highereducation", "academic", "college"]) { return .university }
    if mentions(["nonprofit", "notforprofit", "charity", "nongovernmental"]) { return .other }
    if mentions(["company", "commercial", "enterprise", "business", "industry"]) || type == "sme" { return .company }
    if mentions(["government", "public", "ministry", "nationalhealth"]) { return .public }
    if mentions(["research", "institute", "laboratory"]) { return .institute }
    return nil
  }

  /// From names in any language; legal forms tell most, so they come first.
  package static func kind(names: [String]) -> OrganizationKind? {
    let names = names.map { LowercasedBytes.of($0) }
    for rule in rules {
      for bytes in names where rule.matches(bytes) { return rule.kind }
    }
    return nil
  }

  private struct Rule {
    var kind: OrganizationKind
    /// Anywhere in the name.
    var parts: PhraseSet
    /// As its last word, full stops left out ("S.p.A" is `spa`).
    var lastWords: Set<String>

    init(kind: OrganizationKind, parts: [String], lastWords: Set<String> = []) {
      self.kind = kind
      self.parts = PhraseSet(parts)
      self.lastWords = lastWords
    }

    /// - Parameter bytes: those of a name in lower case.
    func matches(_ bytes: [UInt8]) -> Bool {
      if parts.occurs(in: bytes) { return true }
      guard !lastWords.isEmpty else { return false }
      // Only ASCII words are among the last ones.
      guard let end = bytes.lastIndex(where: { $0 != 0x20 && $0 != 0x2C }) else { return false }
      let start = bytes[...end].lastIndex { $0 == 0x20 || $0 == 0x2C }.map { $0 + 1 } ?? 0
      let last = bytes[start...end]
      guard last.count <= 16, last.allSatisfy({ $0 < 0x80 }) else { return false }
      return lastWords.contains(String(decoding: last.filter { $0 != 0x2E }, as: UTF8.self))
    }
  }

  private static let rules: [Rule] = [
    Rule(
      kind: .company, parts: ["㈜", "(주)", "주식회사", "유한회사", "株式会社", "co., ltd", "co.,ltd", "gmbh"],
      lastWords: [
        "ltd", "limited", "inc", "llc", "corp", "corporation", "plc", "spa", "srl", "sas", "sarl", "bv", "nv", "ag",
        "ab",
        "oy", "sl", "sa", "kft", "doo", "oo", "kg", "co", "a/s", "aps",
      ]),
    Rule(
      kind: .university,
      parts: [
        "univers", "대학", "과학기술원", "hochschule", "högskola", "yliopisto", "egyetem", "uniwersytet", "университет",
        "πανεπιστ",
        "politecnic", "polytechnic", "institute of technology", "college", "大学", "大學",
      ]),
    Rule(
      kind: .public,
      parts: [
        "ministry", "ministère", "ministerio", "ministerium", "시청", "도청", "구청", "특별시", "광역시", "municipality", "city of",
        "government", "european commission",
      ]),
    Rule(
      kind: .institute,
      parts: ["institut", "연구원", "연구소", "연구센터", "centre", "center", "centro", "laborator", "forschung", "fraunhofer"]),
  ]
}
