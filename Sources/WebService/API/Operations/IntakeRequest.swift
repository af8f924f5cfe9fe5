import ForumDesk
import ForumRecords
import HTTPTypes

/// An application as clients hand it in: the questions of the forum's form as members of an object.
enum IntakeRequest {
  /// Everything that the form asks; what must be answered depends on other answers, and is said in `errors`.
  static let schema: JSONSchema = {
    var properties: [String: JSONSchema] = [
      "language": .oneOf(Language.allCases.map(\.rawValue), "In which the applicant is written to; Korean by default.")
    ]
    for field in IntakeForm.standard.fields { properties[field.key.rawValue] = schema(of: field) }
    return .object(
      [IntakeKey.purposes, .organizationName, .organizationKind, .region, .personName].reduce(into: [:]) {
        $0[$1.rawValue] = properties[$1.rawValue]
      }, optional: properties, isClosed: true)
  }()

  /// What may be changed later: everything but the person and the consents, and the status. `null` takes an answer away.
  static let amendmentSchema: JSONSchema = {
    var properties: [String: JSONSchema] = [
      "revision": .integer(
        1...1_000_000, "The version that the change was made for: if there is a later one, nothing is changed."),
      "status": .oneOf(ApplicationStatus.self),
    ]
    for key in ForumDesk.amendableKeys {
      guard let field = IntakeForm.standard[key] else { continue }
      var schema = schema(of: field)
      if key != .needUrgencies {
        let type = schema.keywords["type"] ?? "string"
        schema.keywords["type"] = .array((type.items ?? [type]) + ["null"])
        // `enum` must name everything that is allowed.
        if let values = schema.keywords["enum"]?.items { schema.keywords["enum"] = .array(values + [.null]) }
      }
      properties[key.rawValue] = schema
    }
    return JSONSchema.object(optional: properties, isClosed: true).with("minProperties", 1)
  }()

  private static func schema(of field: IntakeField) -> JSONSchema {
    let label = field.label.english
    let text = JSONSchema.string(length: 0...field.limits.characters)
    switch field.control {
    case .line, .email, .phone, .link, .paragraphs: return text.described(label)
    case .number:
      return JSONSchema.integer(field.limits.range ?? 0...1_000_000).described(label)
    case .statements, .tags:
      return JSONSchema.list(of: .string(length: 1...field.limits.characters), count: 0...field.limits.values)
        .described(label)
    case .choice where field.key == .readinessLevel: return JSONSchema.integer(1...9).described(label)
    case .choice where field.key == .needUrgencies:
      return JSONSchema.list(of: options(field), count: 0...field.limits.values)
        .described("One for each of `needs`, in their order.")
    case .choice: return options(field).described(label)
    case .choices:
      return JSONSchema.list(of: options(field), count: 0...field.options.count).with("uniqueItems", true)
        .described(label)
    case .consent: return JSONSchema.bool(label)
    }
  }

  private static func options(_ field: IntakeField) -> JSONSchema { .oneOf(field.options.map(\.value)) }

  static let example: JSONValue = [
    "purposes": ["joint_research"], "organization_name": "한빛퀀텀", "organization_kind": "company", "region": "서울",
    "title": "다이아몬드 NV 센터 양자 자력계", "summary": "생체 자기 신호를 상온에서 재는 센서를 함께 만들 상대를 찾습니다.",
    "needs": ["고순도 CVD 다이아몬드 성장"], "need_urgencies": ["required"], "offers": ["자력계 신호 처리 장치"],
    "keywords": ["양자 센서", "NV 센터"], "readiness_level": 4, "person_name": "김하늘",
    "email": "haneul@example.org", "consent_forum": true, "consent_partners": true, "language": "ko",
  ]

  /// The answers as the form's reader takes them.
  ///
  /// - Parameter body: as one of the schemas wants it.
  static func answers(_ body: JSONValue) -> [IntakeKey: [String]] {
    var answers: [IntakeKey: [String]] = [:]
    for (name, value) in body.members ?? [:] {
      guard let key = IntakeKey(rawValue: name) else { continue }
      switch value {
      case .null: answers[key] = []
      case .bool(let truth): answers[key] = truth ? [IntakeForm.standard[key]?.options.first?.value ?? ""] : []
      case .number: answers[key] = [value.integer.map(String.init) ?? ""]
      case .string(let text): answers[key] = [text]
      case .array(let items):
        let texts = items.compactMap(\.text)
        // The form asks for words with commas between them.
        answers[key] = key == .keywords ? [texts.joined(separator: "\n")] : texts
      case .object: break
      }
    }
    return answers
  }

  /// What the form's reader says of the answers, as problems of the body.
  static func problem(_ problems: [IntakeProblem]) -> APIProblem {
    APIProblem(
      .unprocessableContent, "Some answers must be corrected.",
      errors: problems.map {
        .init(
          pointer: "/" + $0.key.rawValue + ($0.place.map { "/\($0)" } ?? ""), detail: $0.message.english,
          detailKo: $0.message.korean)
      })
  }
}
