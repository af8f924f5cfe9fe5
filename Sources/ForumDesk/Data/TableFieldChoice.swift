/// What a column of a source's table may hold, as people choose it.
public struct TableFieldChoice: Hashable, Sendable {
  /// In which tables there is such a field.
  public enum Group: CaseIterable, Hashable, Sendable {
    case every
    case organizations
    case evidence

    public var title: Bilingual {
      switch self {
      case .every: Bilingual("모든 표", "Every table")
      case .organizations: Bilingual("기관 목록", "Lists of organisations")
      case .evidence: Bilingual("실적 목록", "Lists of evidence")
      }
    }
  }

  /// The field's name in mapping files.
  public let name: String
  public let title: Bilingual
  public let group: Group

  /// What rows may be, by its name in mapping files.
  public static let recordKinds: [(name: String, title: Bilingual)] = [
    ("organization", Bilingual("기관", "organisations")), ("project", Bilingual("과제", "projects")),
    ("patent", Bilingual("특허", "patents")), ("publication", Bilingual("논문", "publications")),
    ("product", Bilingual("제품", "products")), ("equipment", Bilingual("장비", "equipment")),
    ("statement", Bilingual("소개·보유 기술", "statements")),
  ]

  /// The choices for a table.
  ///
  /// - Parameter others: fields that the table has already, usual or not.
  public static func all(besides others: [String] = []) -> [TableFieldChoice] {
    let unusual = Set(others).subtracting(usual.map(\.name)).sorted()
    return usual + unusual.map { TableFieldChoice(name: $0, title: title(of: $0), group: group(of: $0)) }
  }

  private static let usual: [TableFieldChoice] = {
    let languages = ["", ".ko", ".en"]
    let roles = [
      "coordinator", "participant", "subcontractor", "associated_partner", "third_party", "funder", "owner", "author",
      "publisher",
    ]
    let detailed = ["coordinator", "participant", "owner"]
    let names: [(Group, [String])] = [
      (.every, ["ignored", "personal", "id", "kind", "keywords"] + ["KSTC", "IPC"].map { "classification.\($0)" }),
      (
        .organizations,
        languages.map { "name\($0)" } + ["alias"]
          + ["BRN", "CRN", "ROR", "PIC", "VAT", "DART"].map { "identifier.\($0)" }
          + ["country", "region", "city", "address", "size_class", "homepage"] + languages.map { "summary\($0)" }
          + ["parent"]
      ),
      (
        .evidence,
        languages.map { "title\($0)" } + languages.map { "text\($0)" } + ["date"]
          + roles.flatMap { role in
            [role] + (detailed.contains(role) ? ["id", "identifier.BRN", "country"].map { "\(role).\($0)" } : [])
          }
      ),
    ]
    return names.flatMap { group, names in
      names.map { TableFieldChoice(name: $0, title: title(of: $0), group: group) }
    }
  }()

  private static func group(of name: String) -> Group {
    switch name.prefix(while: { $0 != "." }) {
    case "id", "kind", "keywords", "classification", "ignored", "personal": .every
    case "name", "alias", "identifier", "country", "region", "city", "address", "size_class", "homepage", "summary",
      "parent":
      .organizations
    default: .evidence
    }
  }

  /// What a field is called, by its name in mapping files.
  static func title(of name: String) -> Bilingual {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let head = parts.first.flatMap { heads[$0] } ?? Bilingual(name, name)
    guard parts.count == 2 else { return head }
    let detail: Bilingual =
      switch parts[1] {
      case "ko": Bilingual("국문", "Korean")
      case "en": Bilingual("영문", "English")
      case "id": Bilingual("식별자", "id")
      case "country": Bilingual("나라", "country")
      case "BRN", "identifier.BRN": Bilingual("사업자등록번호", "Korean business number")
      case "CRN": Bilingual("법인등록번호", "Korean corporate number")
      case "KSTC": Bilingual("국가과학기술표준분류", "KSTC")
      case "IPC": Bilingual("국제특허분류", "IPC")
      default: Bilingual(parts[1], parts[1])
      }
    return Bilingual("\(head.korean) (\(detail.korean))", "\(head.english) (\(detail.english))")
  }

  private static let heads: [String: Bilingual] = [
    "ignored": Bilingual("읽지 않음", "Not read"), "personal": Bilingual("개인정보: 읽지 않음", "Personal: not read"),
    "id": Bilingual("식별자", "Id"), "kind": Bilingual("유형", "Kind"), "keywords": Bilingual("핵심어", "Keywords"),
    "classification": Bilingual("분류 코드", "Classification"), "name": Bilingual("기관 이름", "Name"),
    "alias": Bilingual("약칭·다른 이름", "Other name"), "identifier": Bilingual("번호", "Number"),
    "country": Bilingual("나라", "Country"), "region": Bilingual("지역", "Region"), "city": Bilingual("도시", "City"),
    "address": Bilingual("주소", "Address"), "size_class": Bilingual("규모", "Size"),
    "homepage": Bilingual("누리집", "Homepage"), "summary": Bilingual("소개", "Summary"),
    "parent": Bilingual("상위 기관", "Parent"), "title": Bilingual("제목", "Title"), "text": Bilingual("내용", "Text"),
    "date": Bilingual("날짜", "Date"), "coordinator": Bilingual("주관기관", "Coordinator"),
    "participant": Bilingual("참여기관", "Participant"), "subcontractor": Bilingual("위탁기관", "Subcontractor"),
    "associated_partner": Bilingual("협력기관", "Associated partner"), "third_party": Bilingual("제3자", "Third party"),
    "funder": Bilingual("지원기관", "Funder"), "owner": Bilingual("보유기관", "Owner"),
    "author": Bilingual("저자의 기관", "Author’s organisation"), "publisher": Bilingual("발행기관", "Publisher"),
  ]
}
