public import CallRules

/// What is wrong with rule files, and what to write instead.
extension Bilingual {
  public init(_ problem: RuleFileError.Problem) {
    func list(_ words: [String]) -> String { words.joined(separator: ", ") }
    let korean =
      switch problem {
      case .notYAML(let defect):
        "YAML이 아닙니다(\(Bilingual(defect).korean)). 고치거나 모임에 들어 있는 규칙 파일에서 시작하십시오"
      case .unknownKey(let key, let nearest?, _): "‘\(key)’ 키는 없습니다. ‘\(nearest)’(으)로 적으십시오"
      case .unknownKey(let key, nil, let known): "‘\(key)’ 키는 없습니다. 다음 가운데 하나로 적으십시오: \(list(known))"
      case .duplicateKey(let key): "‘\(key)’ 키가 두 번 나옵니다. 하나를 지우십시오"
      case .missingKey(let key, let example): "‘\(key)’ 키가 없습니다. 이렇게 적으십시오: \(example)"
      case .missingHomeCountry: "‘home_country’ 키가 없습니다. 파일 맨 위에 이렇게 적으십시오: home_country: KR"
      case .wrongType(let key, let expected, let found):
        "‘\(key)’의 값이 \(Bilingual(found).korean)입니다. \(Bilingual(expected).korean) 꼴로 적으십시오"
      case .unknownValue(let key, let value, let nearest?, _):
        "‘\(key)’에 ‘\(value)’ 값은 없습니다. ‘\(nearest)’(으)로 적으십시오"
      case .unknownValue(let key, let value, nil, let known):
        "‘\(key)’에 ‘\(value)’ 값은 없습니다. 다음 가운데 하나로 적으십시오: \(list(known))"
      case .outOfRange(let key, let value, let range):
        "‘\(key)’의 값이 \(value)입니다. \(range.lowerBound)에서 \(range.upperBound) 사이의 수로 적으십시오"
      case .noRequirement(let known): "아무것도 요구하지 않는 규칙입니다. 다음 가운데 하나를 넣으십시오: \(list(known))"
      case .severalRequirements(let keys): "여러 가지(\(list(keys)))를 요구하는 규칙입니다. 규칙을 하나씩 나누십시오"
      case .duplicateID(let id, let line): "id ‘\(id)’은(는) \(line)번째 줄의 규칙에 이미 있습니다. 다른 id를 쓰십시오"
      case .contradiction(let contradiction): Self.korean(contradiction)
      }
    self.init(KoreanParticle.settled(korean), problem.description)
  }

  private init(_ defect: RuleFileError.Defect) {
    let korean =
      switch defect {
      case .empty: "비어 있음"
      case .tooLong(let byteLimit): "\(byteLimit)바이트를 넘음"
      case .syntax(let words): words.map { "풀이기의 말: \($0)" } ?? "풀 수 없음"
      }
    self.init(korean, defect.description)
  }

  private init(_ expected: RuleFileError.Expected) {
    let korean =
      switch expected {
      case .keys(let known): "키와 값(\(known.joined(separator: ", ")))"
      case .text: "글"
      case .wholeNumber: "정수"
      case .trueOrFalse: "true 또는 false"
      case .texts: "글의 목록"
      case .rules: "규칙의 목록"
      case .countryCodes: "두 글자 나라 코드(예: KR)"
      }
    self.init(korean, expected.description)
  }

  private init(_ found: RuleFileError.Found) {
    let korean =
      switch found {
      case .mapping: "키와 값의 묶음"
      case .list: "목록"
      case .alias: "별칭"
      case .nothing: "빈 값"
      case .value(let text): "‘\(text)’"
      }
    self.init(korean, found.description)
  }

  private static func korean(_ contradiction: RuleContradiction) -> String {
    switch contradiction {
    case .boundsReversed(let leastKey, let least, let mostKey, let most):
      return "‘\(leastKey)’(\(least))이(가) ‘\(mostKey)’(\(most))보다 큽니다. 서로 바꾸거나 앞의 것을 낮추십시오"
    case .tooManyDifferent(let wanted, let attribute, let possible):
      return "‘\(attribute.rawValue)’의 서로 다른 값을 \(wanted)가지 요구하지만 \(possible)가지만 가능합니다. at_least를 "
        + "\(possible)(으)로 낮추거나 ‘of’를 넓히십시오"
    case .leadingAboveRunning(let leading, let running):
      return "‘leading’(\(leading))이 ‘running’(\(running))보다 큽니다. ‘leading’을 낮추십시오"
    case .foreignAtHome(let country):
      return "\(country)에 있는 기관은 그 나라에서 외국 기관이 아닙니다. ‘foreign’을 빼거나 ‘countries’를 바꾸십시오"
    case .sizesWithoutCompanies: return "규모 구분은 기업에만 있습니다. ‘kinds’에 company를 넣거나 ‘sizes’를 빼십시오"
    case .independentFalse: return "‘independent: false’는 아무것도 요구하지 않습니다. 규칙을 지우십시오"
    case .noSize(let least, let most):
      return "참여 기관 수의 규칙에 맞는 수가 없습니다(\(least) 이상, \(most) 이하). 하나만 남기십시오"
    case .moreMembersThanSize(let members, let most):
      return "이 규칙은 기관 \(members)곳을 요구하지만 전체는 \(most)곳까지입니다. 전체 수를 늘리거나 at_least를 낮추십시오"
    case .moreDifferentThanSize(let members, let most):
      return "이 규칙은 서로 다른 기관 \(members)곳을 요구하지만 전체는 \(most)곳까지입니다. 전체 수를 늘리거나 at_least를 낮추십시오"
    case .kindsAboveSize(let shares, let most):
      let parts = shares.map { "\(Bilingual($0.kind).korean) \($0.count)곳" }.joined(separator: ", ")
      let total = RuleContradiction.total(shares)
      return "규칙들이 요구하는 기관(\(parts))은 모두 \(total)곳인데 전체는 \(most)곳까지입니다. 전체 수를 \(total)(으)로 늘리거나 덜 "
        + "요구하십시오"
    }
  }
}
