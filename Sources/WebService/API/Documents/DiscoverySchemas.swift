import PartnerDiscovery
import ResearchProfiles

/// The schemas of documents that the command line prints too.
enum DiscoverySchemas {
  static let organization = JSONSchema.object(
    ["id": .string(), "name": .string()],
    optional: [
      "kind": .oneOf(OrganizationKind.self), "country": .string("ISO 3166-1 alpha-2."), "region": .string(),
      "role": .oneOf(ParticipationRole.self, "In the evidence that it stands under."),
      "fields": .list(of: .named("Field"), "That most of its evidence is of; absent where that was not asked for."),
    ])

  static let field = JSONSchema.object(
    ["id": .string(), "korean": .string(), "english": .string()],
    optional: [
      "basis": .oneOf(["codes", "text", "evidence"], "How it is known."), "confidence": .number("0 to 1."),
      "evidence": .integer(0...Int.max, "Pieces of evidence of it."), "parent": .string(),
      "codes": .object([:]).with("additionalProperties", ["type": "array", "items": ["type": "string"]]),
    ], "A field of research.")

  static let evidence = JSONSchema.object(
    [
      "id": .string(), "score": .number(), "kind": .oneOf(EvidenceKind.self), "title": .string(),
      "fields": .list(of: .named("Field"), "Of research."),
    ],
    optional: [
      "date": .date, "passage": .string("Where the text shows why it was found."),
      "organizations": .list(of: .named("Organization")),
      "role": .oneOf(ParticipationRole.self, "Of the organisation that the evidence stands under."),
      "terms": .list(of: .string(), "What it has in common with the application, as the index knows it."),
    ])

  static let addedTerm = JSONSchema.object(
    [
      "term": .string(), "stream": .oneOf(["word", "syllable"]), "weight": .number(),
      "reasons": .list(
        of: .object(
          ["source": .string(), "origin": .oneOf(["glossary", "mined"]), "strength": .number()],
          optional: ["concept": .string()])),
    ], "A term of the other language that was searched for too.")

  private static let added = JSONSchema.list(of: .named("AddedTerm"), "Absent where there are none.")
  private static let count = JSONSchema.integer(0...Int.max)

  static let search = JSONSchema.object(
    [
      "query": .string(), "level": .oneOf(SearchLevel.self), "limit": count, "offset": count,
      "results": .list(
        of: .object(
          ["rank": .integer(1...Int.max), "score": .number(), "id": .string()],
          optional: [
            "evidence": .named("Evidence"), "organization": .named("Organization"),
            "supporting": .list(of: .named("Evidence"), "The best evidence of the organisation."),
          ])),
    ], optional: ["added": added, "total": count.described("Of organisations; that of evidence is not known.")])

  static let match = JSONSchema.object([
    "applications": .list(
      of: .object(
        [
          "id": .string(), "title": .string(),
          "partners": .list(
            of: .object([
              "rank": .integer(1...Int.max), "id": .string(), "score": .number(),
              "organization": .named("Organization"), "shared_evidence": count,
              "parts": .object([:], "They add up to the score.").with("additionalProperties", ["type": "number"]),
              "evidence": .list(of: .named("Evidence")),
            ])),
        ], optional: ["added": added]))
  ])

  static let localized = JSONSchema.list(
    of: .object(["text": .string()], optional: ["language": .string()]), "By language.")

  static let organizationDetail = JSONSchema.object(
    [
      "id": .string(), "name": .string(), "names": localized, "aliases": .list(of: .string()),
      "evidence_count": count,
      "evidence": .list(
        of: .object(
          [
            "id": .string(), "kind": .oneOf(EvidenceKind.self), "title": .string(),
            "role": .oneOf(ParticipationRole.self),
          ], optional: ["date": .date]), "The newest first."),
    ],
    optional: [
      "kind": .oneOf(OrganizationKind.self), "country": .string("ISO 3166-1 alpha-2."), "region": .string(),
      "city": .string(), "size_class": .string(), "parent": .string("The organisation that it is a part of."),
    ])

  static let explanation = JSONSchema.object(
    [
      "application": .string(), "organization": .named("Organization"), "candidates": count, "score": .number(),
      "parts": .list(
        of: .object(["name": .string(), "score": .number(), "reason": .string()]), "They add up to the score."),
      "evidence": .list(
        of: .object([
          "evidence": .named("Evidence"), "score": .number(),
          "terms": .list(
            of: .object([
              "term": .string(), "stream": .oneOf(["word", "syllable"]), "weight": .number(),
              "document_frequency": count, "term_weight": .number(), "frequency": count, "length": count,
              "score": .number(),
            ])),
        ])), "shared": .list(of: .named("Evidence"), "In which the applicant takes part too."),
    ],
    optional: [
      "rank": .integer(1...Int.max), "added": added,
      "exclusion": .oneOf(["is_applicant", "no_connection"], "Why it cannot be suggested."),
    ])

  static let proposals: JSONSchema = {
    let level = JSONSchema.object(
      ["need": count, "level": .string(), "level_ko": .string()],
      optional: ["is_best": .bool(), "evidence": .named("Evidence")])
    let member = JSONSchema.object(
      [
        "organization": .named("Organization"), "role": .string(), "role_ko": .string(), "is_applicant": .bool(),
        "needs": .list(of: level),
        "alternates": .list(of: .object(["organization": .named("Organization"), "value_change": .integer()])),
      ], optional: ["marginal_value": .integer()])
    let rule = JSONSchema.object(
      [
        "id": .string(), "title": localized, "strength": .oneOf(["required", "wished"]),
        "state": .oneOf(["met", "not_met", "unknown"]), "organizations": .list(of: .string()),
        "missing": .list(of: .object(["field": .string()], optional: ["organization": .string()])),
        "reference": .string(),
      ], optional: ["found": .integer()])
    let proposal = JSONSchema.object([
      "value": .integer(), "bound": .integer(), "gap": .number("0 for the best that there is."),
      "is_optimal": .bool(), "members": .list(of: member), "coverage": .list(of: level),
      "uncovered": .list(of: count, "Needs by their places in the list, from 0."),
      "single_suppliers": .list(of: count, "Needs that one member alone meets."), "rules": .list(of: rule),
    ])
    return .object(
      [
        "application": .string(), "rules": .string(), "candidates": count, "proposals": .list(of: proposal),
        "needs": .list(
          of: .object([
            "statement": .string(), "urgency": .oneOf(Need.Urgency.self),
            "origin": .oneOf(["stated", "request", "sentence", "keyword"]),
          ])),
      ],
      optional: [
        "conflict": .list(of: .string(), "Demands that cannot hold together; absent where there are proposals.")
      ])
  }()
}
