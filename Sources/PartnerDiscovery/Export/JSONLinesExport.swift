import ResearchProfiles

/// Writes organisations and evidence as Moim's own JSON Lines.
enum JSONLinesExport {
  static func line(_ profile: OrganizationProfile) -> String {
    let identifiers = profile.identifiers.map {
      JSONText.object([("scheme", JSONText.string($0.scheme)), ("value", JSONText.string($0.value))])
    }
    return JSONText.object([
      ("type", JSONText.string("organization")), ("id", JSONText.string(profile.id.rawValue)),
      ("kind", profile.kind.map { JSONText.string($0.rawValue) }), ("names", text(profile.names)),
      ("aliases", profile.aliases.isEmpty ? nil : JSONText.strings(profile.aliases)),
      ("identifiers", identifiers.isEmpty ? nil : "[" + identifiers.joined(separator: ",") + "]"),
      ("country", profile.country.map(JSONText.string)), ("region", profile.region.map(JSONText.string)),
      ("city", profile.city.map(JSONText.string)), ("size_class", profile.sizeClass.map(JSONText.string)),
      ("homepage", profile.homepage.map(JSONText.string)), ("summary", text(profile.summary)),
      ("keywords", profile.keywords.isEmpty ? nil : JSONText.strings(profile.keywords)),
      ("classifications", classifications(profile.classifications)),
      ("parent", profile.parent.map { JSONText.string($0.rawValue) }),
    ])
  }

  static func line(_ evidence: Evidence) -> String {
    let organizations = evidence.participations.map {
      JSONText.object([("id", JSONText.string($0.organization.rawValue)), ("role", JSONText.string($0.role.rawValue))])
    }
    return JSONText.object([
      ("type", JSONText.string("evidence")), ("id", JSONText.string(evidence.id.rawValue)),
      ("kind", JSONText.string(evidence.kind.rawValue)), ("title", text(evidence.title)), ("text", text(evidence.text)),
      ("keywords", evidence.keywords.isEmpty ? nil : JSONText.strings(evidence.keywords)),
      ("classifications", classifications(evidence.classifications)),
      ("date", evidence.date.map { JSONText.string($0.description) }),
      ("organizations", organizations.isEmpty ? nil : "[" + organizations.joined(separator: ",") + "]"),
    ])
  }

  private static func classifications(_ codes: [ClassificationCode]) -> String? {
    if codes.isEmpty { return nil }
    let objects = codes.map { code in
      JSONText.object([
        ("scheme", JSONText.string(code.scheme)), ("code", code.code.isEmpty ? nil : JSONText.string(code.code)),
        ("name", code.name.map(JSONText.string)),
      ])
    }
    return "[" + objects.joined(separator: ",") + "]"
  }

  /// A string, an object by language, or where those cannot say it a list of entries in their order.
  private static func text(_ text: LocalizedText) -> String? {
    let entries = text.entries
    if entries.isEmpty { return nil }
    if entries.count == 1, entries[0].language == nil { return JSONText.string(entries[0].text) }
    let languages = entries.compactMap(\.language)
    if languages.count == entries.count, Set(languages).count == languages.count,
      languages.allSatisfy({ $0 == $0.lowercased() && !$0.isEmpty })
    {
      return JSONText.object(entries.map { ($0.language ?? "", JSONText.string($0.text)) })
    }
    let list = entries.map {
      JSONText.object([("language", $0.language.map(JSONText.string)), ("text", JSONText.string($0.text))])
    }
    return "[" + list.joined(separator: ",") + "]"
  }
}
