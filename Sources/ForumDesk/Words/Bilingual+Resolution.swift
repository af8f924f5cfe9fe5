extension Bilingual {
  /// What spoke for two organisations being one, or against it, as decisions keep it.
  public init(resolutionReason kind: String) {
    switch kind {
    case "identifier": self.init("같은 식별 번호", "The same identifier")
    case "conflicting_identifier": self.init("다른 식별 번호", "Different identifiers")
    case "name": self.init("이름", "Name")
    case "acronym": self.init("약칭", "Acronym")
    case "foundation": self.init("산학협력단·재단", "Foundation")
    case "transliteration": self.init("로마자 표기", "Transliteration")
    case "unit": self.init("부서·분원", "Unit")
    case "number": self.init("이름 속의 수", "Numbers in the names")
    case "common_name": self.init("흔한 이름", "A common name")
    case "country": self.init("나라", "Country")
    case "region": self.init("지역", "Region")
    case "city": self.init("도시", "City")
    case "domain": self.init("누리집 주소", "Web domain")
    case "kind": self.init("유형", "Kind")
    case "parent": self.init("상위 기관", "Parent")
    case "decision": self.init("담당자의 결정", "A person's decision")
    case "position": self.init("자리", "Position")
    default: self.init(both: kind)
    }
  }
}
