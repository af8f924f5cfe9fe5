import ForumDesk
import ForumRecords

extension Words {
  static func name(_ state: Job.State) -> Bilingual {
    switch state {
    case .running: Bilingual("진행 중", "running")
    case .done: Bilingual("마침", "done")
    case .failed: Bilingual("실패", "failed")
    case .interrupted: Bilingual("중단됨", "interrupted")
    }
  }

  static func badge(_ state: Job.State) -> String {
    switch state {
    case .running: "kind"
    case .done: "good"
    case .failed: "bad"
    case .interrupted: "fair"
    }
  }

  static func name(_ scope: PurgeScope) -> Bilingual {
    switch scope {
    case .personalData: Bilingual("개인정보만", "personal data")
    case .wholeApplication: Bilingual("신청 내용 전체", "the whole application")
    }
  }

  /// What spoke for two organisations being one.
  static func reasonName(_ kind: String) -> Bilingual {
    switch kind {
    case "identifier": Bilingual("같은 식별 번호", "the same identifier")
    case "conflicting_identifier": Bilingual("다른 식별 번호", "different identifiers")
    case "name": Bilingual("이름", "name")
    case "acronym": Bilingual("약칭", "acronym")
    case "foundation": Bilingual("산학협력단·재단", "foundation")
    case "transliteration": Bilingual("로마자 표기", "transliteration")
    case "unit": Bilingual("부서·분원", "unit")
    case "number": Bilingual("이름 속의 수", "numbers in the names")
    case "common_name": Bilingual("흔한 이름", "a common name")
    case "country": Bilingual("나라", "country")
    case "region": Bilingual("지역", "region")
    case "city": Bilingual("도시", "city")
    case "domain": Bilingual("누리집 주소", "web domain")
    case "kind": Bilingual("유형", "kind")
    case "parent": Bilingual("상위 기관", "parent")
    case "decision": Bilingual("담당자의 결정", "a person's decision")
    case "position": Bilingual("자리", "position")
    default: Bilingual(kind, kind)
    }
  }
}

extension Number {
  /// 12,345.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }
}

extension Words {
  /// A choice that a ranking policy makes, by its name in the file.
  static func choiceName(_ name: String) -> Bilingual {
    switch name {
    case "ties": Bilingual("새로운 협력(−1) · 검증된 협력(1)", "fresh blood (−1) to proven ties (1)")
    case "nearness": Bilingual("먼 기관(−1) · 가까운 기관(1)", "far (−1) to near (1)")
    case "size": Bilingual("작은 기관(−1) · 큰 기관(1)", "small (−1) to large (1)")
    case "newcomer_share": Bilingual("신규 기관의 몫", "newcomers' share")
    case "cap_share": Bilingual("기관별 상한", "cap for one body")
    default: Bilingual(name, name)
    }
  }
}
