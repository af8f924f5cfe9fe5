import ResearchProfiles

/// Turns the rows of one table into records.
///
/// Rows of evidence that follow each other with the same id are one record (tables with a line for each participant), and a
/// row that says nothing but who takes part belongs to the record above it (merged cells).
final class TableRecordMapper {
  private let records: TableRecordKind
  private let layout: TableLayout
  private let collector: RecordCollector
  /// Evidence that the next rows may belong to.
  private var pending: (evidence: Evidence, mentions: MentionList, line: Int)?

  init(records: TableRecordKind, layout: TableLayout, collector: RecordCollector) {
    self.records = records
    self.layout = layout
    self.collector = collector
  }

  /// Reads one row below the header.
  func take(_ row: TableRow) {
    let values = RowValues(row.cells, layout)
    switch records {
    case .organization: takeOrganization(values, line: row.line)
    case .evidence(let kind): takeEvidence(values, kind, line: row.line)
    }
  }

  /// A row that is lost.
  func reject(line: Int, reason: IngestText, remedy: IngestText) {
    collector.reject(line: line, reason: reason, remedy: remedy)
  }

  /// Hands over what is pending.
  func finish() {
    guard let (evidence, mentions, line) = pending else { return }
    var finished = evidence
    finished.participations = mentions.participations
    collector.accept(.evidence(finished), mentions: mentions.profiles, line: line)
    pending = nil
  }

  // MARK: Organisations

  private func takeOrganization(_ values: RowValues, line: Int) {
    var profile = OrganizationProfile(id: OrganizationID(""))
    profile.names = values.localized { .name(language: $0) }
    profile.identifiers = identifiers(values, line: line) { .identifier(scheme: $0) }
    let stated = FieldText.identifier(values.texts(.id).first ?? "")
    guard !profile.names.isEmpty else {
      return collector.reject(
        line: line, record: stated.isEmpty ? nil : String(stated.prefix(64)), reason: "the row names no organisation",
        remedy: "fill in the name, or delete the row")
    }
    let id =
      stated.isEmpty ? TableOrganizationID.id(name: profile.names.primary, identifiers: profile.identifiers) : nil
    profile.id = id ?? OrganizationID(stated)
    if let defect = RecordIdentifier.defect(of: profile.id.rawValue) {
      return collector.reject(
        line: line, record: String(stated.prefix(64)), reason: "the row is unusable: \(defect)",
        remedy: "give the organisation an id of its own")
    }
    for alias in values.names(.alias) { profile.aliases.addBounded(alias) }
    profile.kind =
      values.line(.kind).flatMap { text in
        let kind = OrganizationKindName.kind(text)
        if kind == nil {
          collector.note(
            "the kind of organisation '\(text.prefix(64))' is unknown and left out",
            remedy:
              "state it in the mapping's values: \(OrganizationKind.allCases.map(\.rawValue).joined(separator: ", "))",
            line: line)
        }
        return kind
      } ?? OrganizationKindGuess.kind(names: profile.names.entries.map(\.text))
    takePlace(values, line: line, into: &profile)
    profile.sizeClass = values.line(.sizeClass).flatMap(Self.sizeClass)
    profile.homepage = values.line(.homepage)
    profile.summary = values.localized({ .summary(language: $0) }, keepsLines: true)
    profile.keywords = values.keywords()
    profile.classifications = values.classifications()
    if let parent = values.line(.parent), parent != profile.id.rawValue,
      !profile.names.entries.contains(where: { $0.text == parent })
    {
      let isID = parent.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      profile.parent = isID ? OrganizationID(parent) : TableOrganizationID.id(name: parent)
      let mention = profile.parent.map {
        OrganizationProfile(id: $0, names: isID ? LocalizedText() : LocalizedText(parent))
      }
      return collector.accept(.organization(profile), mentions: mention.map { [$0] } ?? [], line: line)
    }
    collector.accept(.organization(profile), line: line)
  }

  private func takePlace(_ values: RowValues, line: Int, into profile: inout OrganizationProfile) {
    if let address = values.line(.address), let place = KoreanRegion.place(ofAddress: address) {
      (profile.country, profile.region, profile.city) = ("KR", place.region, place.city)
    }
    if let text = values.line(.country) { profile.country = country(text, line: line) ?? profile.country }
    if let region = values.line(.region) { profile.region = KoreanRegion.normalized(region) }
    profile.city = values.line(.city) ?? profile.city
    if profile.country == nil, profile.identifiers.contains(where: { $0.scheme == "BRN" }) { profile.country = "KR" }
  }

  private func country(_ text: String, line: Int) -> String? {
    if let code = CountryName.code(text) { return code }
    collector.note(
      "the country '\(text.prefix(64))' is unknown and left out", remedy: "write its two-letter code (ISO 3166-1)",
      line: line)
    return nil
  }

  private static func sizeClass(_ text: String) -> String? {
    switch text.lowercased() {
    case "true", "yes", "y", "예", "중소기업", "소기업", "중소", "스타트업", "벤처기업", "벤처", "small", "medium": "sme"
    case "false", "no", "n", "아니오": nil
    case "대기업": "large"
    default: text
    }
  }

  /// The identifiers of a row; those whose check digits are wrong are left out.
  private func identifiers(
    _ values: RowValues, line: Int, _ make: (String) -> TableField
  ) -> [OrganizationIdentifier] {
    var identifiers: [OrganizationIdentifier] = []
    for scheme in layout.schemes {
      for text in values.names(make(scheme)) {
        guard let value = Self.identifier(text, scheme: scheme) else {
          collector.note(
            "a cell for \(scheme) holds no such number, or one whose check digits are wrong, and is left out",
            remedy: "correct the number", line: line)
          continue
        }
        identifiers.addBounded(OrganizationIdentifier(scheme: scheme, value: value))
      }
    }
    return identifiers
  }

  private static func identifier(_ text: String, scheme: String) -> String? {
    switch scheme {
    case "BRN": return BusinessNumber(text)?.digits
    case "ROR": return RorIdentifier(text)?.value
    case "CRN":
      let digits = text.filter { $0.isASCII && $0.isNumber }
      return digits.count == 13 ? digits : nil
    case "ISNI": return text.filter { $0 != " " }
    default: return text
    }
  }

  // MARK: Evidence

  private func takeEvidence(_ values: RowValues, _ kind: EvidenceKind, line: Int) {
    let stated = FieldText.identifier(values.texts(.id).first ?? "")
    let title = values.localized { .title(language: $0) }
    let text = values.localized({ .text(language: $0) }, keepsLines: true)
    if var current = pending {
      if !stated.isEmpty && current.evidence.id.rawValue == stated || stated.isEmpty && title.isEmpty && text.isEmpty {
        takeParticipants(
          values, line: line, isPatent: current.evidence.kind == .patent, into: &current.mentions)
        pending = current
        return
      }
    }
    finish()
    guard !title.isEmpty || !text.isEmpty else {
      return collector.reject(
        line: line, record: stated.isEmpty ? nil : String(stated.prefix(64)), reason: "the row has no title",
        remedy: "fill in the title, or delete the row")
    }
    var evidence = Evidence(id: EvidenceID(stated), kind: kind, title: title, text: text)
    if let name = values.line(.kind) {
      if let stated = Self.kind(name) {
        evidence.kind = stated
      } else {
        collector.note(
          "the kind of evidence '\(name.prefix(64))' is unknown and read as '\(kind.rawValue)'",
          remedy: "state it in the mapping's values: \(EvidenceKind.allCases.map(\.rawValue).joined(separator: ", "))",
          line: line)
      }
    }
    evidence.keywords = values.keywords()
    evidence.classifications = values.classifications()
    if let day = values.line(.date) {
      evidence.date = TableDate.date(day)
      if evidence.date == nil {
        collector.note(
          "cells that should be dates are none, and are left out", remedy: "write dates as yyyy-mm-dd", line: line)
      }
    }
    var mentions = MentionList()
    takeParticipants(values, line: line, isPatent: evidence.kind == .patent, into: &mentions)
    if stated.isEmpty { evidence.id = Self.id(of: evidence, mentions) }
    if let defect = RecordIdentifier.defect(of: evidence.id.rawValue) {
      return collector.reject(
        line: line, record: String(stated.prefix(64)), reason: "the row is unusable: \(defect)",
        remedy: "give the record an id of its own")
    }
    pending = (evidence, mentions, line)
  }

  /// An id that the same content has again: 64 bits over kind, title, day and first organisation (FNV-1a).
  private static func id(of evidence: Evidence, _ mentions: MentionList) -> EvidenceID {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let text = [
      evidence.kind.rawValue, evidence.title.isEmpty ? evidence.text.primary : evidence.title.primary,
      evidence.date?.description ?? "", mentions.participations.first?.organization.rawValue ?? "",
    ].joined(separator: "\u{0}")
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return EvidenceID("row:" + String(repeating: "0", count: 16 - digits.count) + digits)
  }

  private func takeParticipants(_ values: RowValues, line: Int, isPatent: Bool, into mentions: inout MentionList) {
    for role in ParticipationRole.allCases {
      let names = values.names(.participant(role, .name))
      let ids = values.ids(.participant(role, .id))
      let countries = values.names(.participant(role, .country))
      let numbers = identifiers(values, line: line) { .participant(role, .identifier($0)) }
      let count = max(names.count, ids.count)
      for index in 0..<count {
        var name = names.count == count ? names[index] : ids.count == count ? "" : names[index]
        let own = Self.statedRole(&name) ?? role
        // Numbers beside a list belong to its members only where there is one for each.
        let identifier = numbers.count == count ? [numbers[index]] : []
        let id =
          ids.count == count ? OrganizationID(ids[index]) : TableOrganizationID.id(name: name, identifiers: identifier)
        guard let id, RecordIdentifier.defect(of: id.rawValue) == nil else { continue }
        if isPatent, own == .owner, ids.count != count, identifier.isEmpty, PersonName.couldBePerson(name) {
          collector.note(
            "owners of patents who could be natural persons are left out",
            remedy: "write the legal form or the number of those that are companies", line: line)
          continue
        }
        var profile = OrganizationProfile(id: id, names: LocalizedText(name), identifiers: identifier)
        profile.kind = name.isEmpty ? nil : OrganizationKindGuess.kind(names: [name])
        if countries.count == count { profile.country = country(countries[index], line: line) }
        mentions.add(profile, role: own)
      }
    }
  }

  private static let roles: [(mark: String, role: ParticipationRole)] = [
    ("(주관)", .coordinator), ("(공동)", .participant), ("(참여)", .participant), ("(위탁)", .subcontractor),
    ("(lead)", .coordinator), ("(coordinator)", .coordinator), ("(partner)", .participant),
  ]

  /// Takes a role in parentheses off a name.
  private static func statedRole(_ name: inout String) -> ParticipationRole? {
    let lowercased = name.lowercased()
    guard let found = roles.first(where: { lowercased.hasSuffix($0.mark) }) else { return nil }
    name = FieldText.line(String(name.dropLast(found.mark.count)))
    return found.role
  }

  private static func kind(_ name: String) -> EvidenceKind? {
    let key = name.lowercased().filter { $0.isLetter }
    if let kind = EvidenceKind(rawValue: key) { return kind }
    return kinds.first { rule in rule.words.contains { key.contains($0) } }?.kind
  }

  private static let kinds: [(words: [String], kind: EvidenceKind)] = [
    (["특허", "실용신안", "patent"], .patent), (["논문", "paper", "article", "publication", "학회"], .publication),
    (["장비", "시설", "equipment", "facility"], .equipment), (["제품", "서비스", "product", "service"], .product),
    (["과제", "프로젝트", "project", "연구개발"], .project),
  ]
}
