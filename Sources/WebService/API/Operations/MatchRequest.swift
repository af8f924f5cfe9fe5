import ResearchProfiles

/// An application that is matched and forgotten.
enum MatchRequest {
  private static let statements = JSONSchema.list(
    of: .object(
      ["statement": .string(length: 1...2000)], optional: ["urgency": .oneOf(Need.Urgency.self)], isClosed: true),
    count: 0...20)

  static let schema = JSONSchema.object(
    optional: [
      "id": .string(length: 0...200, "Comes back with the answer."), "title": .string(length: 0...500),
      "summary": .string(length: 0...20_000), "keywords": .list(of: .string(length: 1...200), count: 0...50),
      "needs": statements, "offers": statements,
      "applicant": .object(
        optional: [
          "id": .string(length: 1...300, "Of a known organisation."), "name": .string(length: 1...300),
          "kind": .oneOf(OrganizationKind.self), "country": .string(pattern: "^[A-Z]{2}$"),
        ], isClosed: true),
    ], isClosed: true)

  static let example: JSONValue = [
    "id": "a1", "title": "다이아몬드 NV 센터 양자 자력계", "summary": "생체 자기 신호를 상온에서 재는 센서를 함께 만들 상대를 찾습니다.",
    "keywords": ["양자 센서", "NV center"], "needs": [["statement": "고순도 CVD 다이아몬드 성장", "urgency": "required"]],
    "applicant": ["name": "한빛퀀텀", "kind": "company", "country": "KR"],
  ]

  /// - Parameter body: as ``schema`` wants it.
  static func application(_ body: JSONValue) -> Application {
    func text(_ key: String) -> String { body[key]?.text ?? "" }
    func needs(_ key: String, _ urgency: Need.Urgency) -> [Need] {
      (body[key]?.items ?? []).map {
        Need(
          statement: $0["statement"]?.text ?? "",
          urgency: $0["urgency"]?.text.flatMap(Need.Urgency.init(rawValue:)) ?? urgency)
      }
    }
    let applicant = body["applicant"].map { applicant in
      Applicant(
        id: applicant["id"]?.text.map { OrganizationID($0) }, name: applicant["name"]?.text,
        kind: applicant["kind"]?.text.flatMap(OrganizationKind.init(rawValue:)), country: applicant["country"]?.text)
    }
    return Application(
      id: text("id"), title: text("title"), summary: text("summary"),
      keywords: (body["keywords"]?.items ?? []).compactMap(\.text), needs: needs("needs", .required),
      offers: needs("offers", .wished), applicant: applicant)
  }
}
