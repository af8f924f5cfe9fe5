import ForumRecords
import ResearchProfiles
import SearchIndex

/// Makes index documents of what the registry holds.
enum DocumentFactory {
  static func document(of stored: StoredEvidence) throws -> IndexDocument {
    let evidence = try stored.decoded()
    var attributes = stored.participants.map { participant in
      combination(
        kind: participant.kind, country: participant.country, region: participant.region, evidenceKind: stored.kind)
    }
    if attributes.isEmpty {
      attributes = [combination(kind: nil, country: nil, region: nil, evidenceKind: stored.kind)]
    }
    let fields = FieldTelling.fields(of: evidence)
    attributes += combinations(fields)
    return IndexDocument(
      id: stored.id.rawValue, texts: texts(title: evidence.title, text: evidence.text, keywords: evidence.keywords),
      attributes: attributes, day: stored.date?.daysSinceEpoch,
      links: stored.participants.map {
        DocumentLink(key: $0.organization.rawValue, role: IndexContents.code(of: $0.role))
      },
      stored: EvidenceCard(
        kind: stored.kind, title: evidence.title, text: evidence.text, keywords: evidence.keywords, fields: fields
      ).bytes)
  }

  /// An organisation's summary and keywords as evidence; `nil` where it states nothing.
  static func statement(of profile: OrganizationProfile) -> IndexDocument? {
    guard !profile.summary.isEmpty || !profile.keywords.isEmpty else { return nil }
    let fields = FieldTelling.fields(of: profile)
    return IndexDocument(
      id: IndexContents.statementID(of: profile.id),
      texts: texts(title: LocalizedText(), text: profile.summary, keywords: profile.keywords),
      attributes: [
        combination(
          kind: profile.kind, country: profile.country, region: profile.region, evidenceKind: .statement)
      ] + combinations(fields),
      links: [DocumentLink(key: profile.id.rawValue, role: IndexContents.code(of: .owner))],
      stored: EvidenceCard(
        kind: .statement, title: profile.names, text: profile.summary, keywords: profile.keywords, fields: fields
      ).bytes)
  }

  static func document(of profile: OrganizationProfile) -> IndexDocument {
    let names = profile.names.entries.map(\.text) + profile.aliases
    return IndexDocument(
      id: profile.id.rawValue, texts: names.map { .init(field: .text, text: $0) },
      attributes: [
        combination(kind: profile.kind, country: profile.country, region: profile.region, evidenceKind: nil)
          + [profile.city ?? ""]
      ],
      stored: OrganizationCard(profile).bytes)
  }

  static func document(of merged: MergedOrganization) -> IndexDocument {
    IndexDocument(
      id: merged.id.rawValue, texts: [],
      links: [DocumentLink(key: merged.primary.rawValue, role: IndexContents.code(of: .owner))], stored: [])
  }

  private static func combination(
    kind: OrganizationKind?, country: String?, region: String?, evidenceKind: EvidenceKind?
  ) -> [String] {
    [
      kind?.rawValue ?? "", country?.uppercased() ?? "", region.map(RegionName.comparable) ?? "",
      evidenceKind?.rawValue ?? "",
    ]
  }

  /// Apart from those of the organisations: whatever field a document is of, all of them took part in it.
  private static func combinations(_ fields: [EvidenceCard.Field]) -> [[String]] {
    FieldTelling.values(fields).map { value in
      var combination = Array(repeating: "", count: IndexContents.Attribute.field.rawValue + 1)
      combination[IndexContents.Attribute.field.rawValue] = value
      return combination
    }
  }

  private static func texts(
    title: LocalizedText, text: LocalizedText, keywords: [String]
  ) -> [IndexDocument.FieldText] {
    title.entries.map { .init(field: .title, text: $0.text) } + text.entries.map { .init(field: .text, text: $0.text) }
      + keywords.map { .init(field: .keywords, text: $0) }
  }
}
