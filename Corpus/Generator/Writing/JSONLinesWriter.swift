/// Writes Moim's own JSON Lines: who the Korean bodies are, what companies show, and the applications.
struct JSONLinesWriter {
  let forum: DemonstrationForum

  func files() throws(GenerationError) -> [GeneratedFile] {
    let academic: [Organization.Family] = [.university, .laboratory, .institute]
    let industrial: [Organization.Family] = [.company, .publicBody, .support]
    return [
      GeneratedFile(path: "academia.jsonl", text: try organizations(academic)),
      GeneratedFile(path: "companies.jsonl", text: try organizations(industrial)),
      GeneratedFile(path: "company-evidence.jsonl", text: evidence()),
      GeneratedFile(path: "applications.jsonl", text: applications()),
      GeneratedFile(path: "queries.jsonl", text: queries()),
    ]
  }

  private func organizations(_ families: [Organization.Family]) throws(GenerationError) -> String {
    let summary = ProfileSummary(vocabulary: forum.vocabulary)
    var lines = ""
    for organization in forum.vocabulary.organizations where families.contains(organization.family) {
      var pairs: [(String, JSONText)] = [
        ("type", .string("organization")), ("id", .string(organization.id)), ("kind", .string(organization.kind)),
        ("names", .object([("ko", .string(organization.name.korean)), ("en", .string(organization.name.english))])),
        ("country", .string(organization.country)), ("region", .string(organization.region)),
        ("summary", .string(try summary.text(of: organization))),
      ]
      let keywords = try summary.keywords(of: organization)
      if !keywords.isEmpty { pairs.append(("keywords", .strings(keywords))) }
      lines += JSONText.object(pairs).text + "\n"
    }
    return lines
  }

  private func evidence() -> String {
    var lines = ""
    for record in forum.evidence where record.source == .jsonLines {
      let titles = record.titleLanguages.compactMap { record.titles[$0] }
      let title = titles.count == 2 ? "\(titles[0]) (\(titles[1]))" : titles[0]
      let text = record.textLanguages.compactMap { record.texts[$0] }.joined(separator: "\n")
      let keywords = record.keywordLanguages.flatMap { record.keywords[$0, default: []] }
      let participations = record.organizations.enumerated().map { position, id in
        JSONText.object([("id", .string(id)), ("role", .string(Self.role(record.kind, position)))])
      }
      lines +=
        JSONText.object([
          ("type", .string("evidence")), ("id", .string(record.id)), ("kind", .string(record.kind.rawValue)),
          ("title", .string(title)), ("text", .string(text)), ("keywords", .strings(keywords.withoutRepeats)),
          ("date", .string(record.date)), ("organizations", .array(participations)),
        ]).text + "\n"
    }
    return lines
  }

  private static func role(_ kind: EvidenceRecord.Kind, _ position: Int) -> String {
    switch kind {
    case .project: position == 0 ? "coordinator" : "participant"
    case .publication: "author"
    case .patent, .product, .equipment: "owner"
    }
  }

  private func applications() -> String {
    var lines = ""
    for application in forum.applications {
      let entry = application.entry
      let needs = entry.needs.map { need in
        need.isRequired
          ? JSONText.string(need.statement)
          : .object([("statement", .string(need.statement)), ("urgency", .string("wished"))])
      }
      var applicant: [(String, JSONText)] = []
      if let id = application.applicantID { applicant.append(("id", .string(id))) }
      applicant += [
        ("name", .string(application.applicantName)), ("kind", .string(application.applicantKind)),
        ("country", .string(application.applicantCountry)),
      ]
      lines +=
        JSONText.object([
          ("id", .string(entry.id)), ("submitted", .string(application.submitted)), ("title", .string(entry.title)),
          ("summary", .string(application.summary)), ("keywords", .strings(entry.keywords)),
          ("needs", .array(needs)), ("offers", .strings(entry.offers)), ("applicant", .object(applicant)),
        ]).text + "\n"
    }
    return lines
  }

  private func queries() -> String {
    forum.vocabulary.topics.map { topic in
      JSONText.object([("id", .string("demo-q-\(topic.id)")), ("text", .string(topic.query))]).text + "\n"
    }
    .joined()
  }
}

extension [String] {
  /// Each string once, at its first place.
  var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
