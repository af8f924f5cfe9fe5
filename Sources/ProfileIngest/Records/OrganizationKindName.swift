import ResearchProfiles

/// Kinds of organisations as people write them, in Korean and English.
enum OrganizationKindName {
  /// `nil` for words that nobody uses.
  static func kind(_ text: String) -> OrganizationKind? {
    let key = text.lowercased().filter { $0.isLetter }
    if let kind = OrganizationKind(rawValue: key) ?? words[key] { return kind }
    return parts.first { key.contains($0.part) }?.kind
  }

  private static let words: [String: OrganizationKind] = [
    "산": .company, "기업": .company, "회사": .company, "중소기업": .company, "대기업": .company, "중견기업": .company,
    "스타트업": .company, "벤처": .company, "산업계": .company, "prc": .company, "firm": .company, "startup": .company,
    "sme": .company,
    "학": .university, "대학": .university, "대학교": .university, "학계": .university, "hes": .university, "학교": .university,
    "education": .university, "academia": .university, "academic": .university, "college": .university,
    "연": .institute, "연구소": .institute, "연구원": .institute, "연구기관": .institute, "출연연": .institute, "연구계": .institute,
    "rec": .institute, "researchinstitute": .institute, "research": .institute, "facility": .institute,
    "lab": .institute,
    "관": .public, "공공": .public, "공공기관": .public, "지자체": .public, "pub": .public, "government": .public, "정부": .public,
    "기타": .other, "oth": .other, "병원": .other, "협회": .other, "nonprofit": .other, "hospital": .other, "ngo": .other,
  ]

  private static let parts: [(part: String, kind: OrganizationKind)] = [
    ("대학", .university), ("universit", .university), ("연구", .institute), ("출연", .institute), ("기업", .company),
    ("업체", .company),
    ("회사", .company), ("벤처", .company), ("company", .company), ("enterprise", .company), ("공공", .public),
    ("정부", .public),
    ("지자체", .public), ("공기업", .company), ("비영리", .other),
  ]
}
