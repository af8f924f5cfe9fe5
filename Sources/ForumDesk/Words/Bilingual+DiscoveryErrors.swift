public import PartnerDiscovery

/// Why something could not be searched, matched, planned or decided, and what to do.
extension Bilingual {
  public init(_ error: DiscoveryError) {
    func list(_ words: [String]) -> String { words.joined(separator: ", ") }
    let korean =
      switch error {
      case .noWorkspace: "아직 아무것도 가져오지 않았습니다. 먼저 자료를 가져오십시오"
      case .emptyIndex: "아직 찾을 것이 없습니다. 먼저 자료를 가져오십시오"
      case .noSource(let path): "파일이나 폴더 ‘\(path)’이(가) 없습니다. 경로를 확인하십시오"
      case .damagedRegistry(let path):
        "\(path)의 내용이 마지막으로 쓴 뒤에 바뀌었습니다. 복사본으로 되돌리거나 출처를 새 작업 공간에 다시 가져오십시오"
      case .damagedSettings(let path, _):
        "\(path) 파일을 읽을 수 없습니다. 안에 {\"analyzer\": \"standard\"}라고 적고 ‘moim reindex’를 실행하십시오"
      case .unknownAnalyzer(let name, let known): "‘\(name)’ 분석기는 없습니다. 다음 가운데 하나를 고르십시오: \(list(known))"
      case .analyzerIsFixed(let found, let wanted):
        "이 작업 공간은 ‘\(wanted)’이(가) 아니라 ‘\(found)’ 분석기로 만들었습니다. 그대로 쓰거나 새 작업 공간에 가져오십시오"
      case .unknownOrganization(let id): "식별자가 ‘\(id)’인 기관이 없습니다. 기관 검색에서 찾으십시오"
      case .sameBody(let ids): "이미 한 기관입니다(\(list(ids))). 바꾼 것이 없습니다"
      case .notMerged(let id): "‘\(id)’은(는) 다른 기관과 합친 적이 없는 기관입니다. 결정한 기록을 확인하십시오"
      case .unknownSource(let name, let known):
        "‘\(name)’ 출처가 없습니다(\(known.isEmpty ? "가져온 출처가 없음" : list(known))). 지운 것이 없습니다"
      case .unknownApplication(let id): "‘\(id)’은(는) 파일도, 이 작업 공간에서 추천한 신청도 아닙니다"
      case .noSuchApplication(let id, let path, let count):
        "\(path)의 신청 \(count)건 가운데 id가 ‘\(id)’인 것이 없습니다"
      case .ambiguousApplication(let path, let count, let example):
        count == 0
          ? "\(path)에 추천할 수 있는 신청이 없습니다"
          : "\(path)에 신청이 \(count)건 있습니다. 하나를 \(path)#\(example ?? "ID")처럼 고르십시오"
      case .applicationWithoutText(let id): "신청 ‘\(id)’에 제목, 요약, 핵심어, 수요가 없어 아직 추천할 수 없습니다"
      case .malformedQuery(let file, let line, _): "\(file)의 \(line)번째 줄을 읽을 수 없습니다"
      case .unreadable(let path, _): "\(path) 파일을 읽을 수 없습니다. 경로와 권한을 확인하십시오"
      case .unknownKind(let name): "‘\(name)’ 유형은 없습니다. company, university, institute, public, other 가운데 고르십시오"
      case .unknownField(let name): "‘\(name)’ 연구 분야는 없습니다. 분야 목록에서 고르십시오"
      case .fieldsNotIndexed: "연구 분야를 적기 전에 만든 색인입니다. ‘moim reindex’를 한 번 실행하십시오"
      case .noTermPairs: "용어 쌍을 아직 찾지 않았습니다. ‘moim bridge mine’을 실행하십시오"
      }
    self.init(KoreanParticle.settled(korean), error.description)
  }

  public init(_ error: ConsortiumInputError) {
    func list(_ words: [String]) -> String { words.joined(separator: ", ") }
    let korean =
      switch error {
      case .unreadable(let path): "\(path) 파일을 읽을 수 없습니다. 경로를 확인하십시오"
      case .wrongShape(let path, let place, let shape): "\(path): \(place) 값이 없거나 꼴이 다릅니다. \(shape) 꼴로 적으십시오"
      case .unknownRules(let name, let shipped):
        "‘\(name)’ 규칙은 없습니다. 다음 가운데 하나를 고르십시오: \(list(shipped))"
      case .unknownOrganization(let id): "참여할 수 있는 기관 가운데 식별자가 ‘\(id)’인 곳이 없습니다. 기관 검색에서 찾으십시오"
      case .notAMember(let id): "‘\(id)’은(는) 이 구성에 없는 기관입니다. 구성에 있는 기관을 고르십시오"
      case .noNeeds:
        "이 신청에서 수요를 읽을 수 없어 아직 구성할 수 없습니다. 필요한 것을 적거나, 요약에 무엇을 찾는지 밝혀 주십시오"
      case .noEvidence:
        "이 신청의 내용에 닿는 실적이 작업 공간에 없어 아직 구성할 수 없습니다. 신청의 말을 살피거나 자료를 더 가져오십시오"
      case .noRun(let id, let known):
        known.isEmpty
          ? "배정 ‘\(id)’이(가) 없습니다. 저장한 배정이 없습니다"
          : "배정 ‘\(id)’이(가) 없습니다. 다음 가운데 하나를 고르십시오: \(list(known))"
      case .noRuns: "저장한 배정이 없습니다. 먼저 배정을 하십시오"
      }
    self.init(KoreanParticle.settled(korean), error.description)
  }
}
