import ResearchProfiles

/// Parameters that several operations take.
extension APIParameter {
  static let receipt = path(
    "receipt", .string(length: 1...20, pattern: "^[0-9A-Za-z-]+$"), "The application's receipt.",
    example: "2026-0001")

  static let kind = query(
    "kind", .list(of: .oneOf(OrganizationKind.self), count: 0...5), "Kinds of organisation; any of them.",
    example: ["company"])
  static let country = query(
    "country", .list(of: .string(pattern: "^[A-Za-z]{2}$"), count: 0...20),
    "Countries as two letters (ISO 3166-1); any of them.", example: ["KR"])
  static let region = query(
    "region", .list(of: .string(length: 1...60), count: 0...20), "Regions (서울, Seoul); any of them.",
    example: ["서울"])

  static let field = query(
    "field", .list(of: .string(length: 1...40), count: 0...20),
    "Fields of research of the evidence, by their ids; any of them. One of the first level stands for all below it.")

  static let largestOffset = 100_000

  /// How many, from which on.
  static func page(limit: Int = 20, largest: Int = 100, largestOffset: Int = largestOffset) -> [APIParameter] {
    [
      self.limit(limit, largest: largest),
      query(
        "offset", JSONSchema.integer(0...largestOffset).with("default", 0), "How many come before the first one."),
    ]
  }

  static func limit(_ limit: Int, largest: Int) -> APIParameter {
    query(
      "limit", JSONSchema.integer(1...largest).with("default", .number(Double(limit))), "How many at most.",
      example: .number(Double(limit)))
  }
}
