public import ForumRecords

/// Why something could not be kept or changed, and what to do. Paths of the machine are left to the English text, for whoever
/// runs it.
extension Bilingual {
  public init(_ error: ForumStoreError) {
    let korean =
      switch error {
      case .missing, .notAForumStore: "포럼의 기록이 그 자리에 없습니다. 작업 공간을 확인하십시오"
      case .newerSchema: "더 새로운 모임이 쓴 기록입니다. 이 모임을 새 판으로 올리십시오"
      case .olderSchema: "더 오래된 모임이 쓴 기록입니다. 서비스를 시작하면 새 판으로 올라갑니다"
      case .locked: "다른 작업이 쓰는 중입니다. 끝난 뒤에 다시 시도하십시오"
      case .openedForReading: "읽기만 하도록 연 기록이라 바꿀 수 없습니다"
      case .damaged: "기록이 손상되었습니다. 백업에서 되돌리십시오"
      case .diskFull: "디스크가 가득 찼습니다. 자리를 비우고 다시 시도하십시오"
      case .inputOutput: "기록을 읽거나 쓸 수 없습니다. 폴더와 권한을 확인하십시오"
      case .unknown(let kind, let id): "\(Self.thing(kind)) \(id)을(를) 찾을 수 없습니다. 목록에서 다시 고르십시오"
      case .exists(let kind, let id): "\(Self.thing(kind)) \(id)이(가) 이미 있습니다. 다른 이름을 쓰거나 있는 것을 고치십시오"
      case .invalid(let field, _): "‘\(field)’의 값을 저장할 수 없습니다. 고쳐서 다시 시도하십시오"
      case .staleRevision(let receipt, let expected, let found):
        "그사이 다른 사람이 신청 \(receipt)을(를) 고쳤습니다(\(expected)판이 아니라 \(found)판). 다시 보고 고치십시오"
      case .purged(let receipt): "신청 \(receipt)의 개인정보는 지워졌습니다. 새로 신청해야 합니다"
      case .wrongState(let kind, let id, _):
        "지금 상태에서는 \(Self.thing(kind)) \(id)을(를) 그렇게 바꿀 수 없습니다. 다시 확인하십시오"
      case .notConsented(let receipt, let recipient, _, let items):
        "신청 \(receipt)에는 \(Bilingual(recipient: recipient).korean)에 "
          + "\(items.map { Bilingual(consentItem: $0).korean }.joined(separator: ", "))을(를) 제공하는 데 대한 유효한 동의가 "
          + "없습니다. 신청자에게 동의를 받으십시오"
      case .lastAdministrator: "마지막 관리자는 바꾸거나 막을 수 없습니다. 먼저 다른 관리자를 두십시오"
      case .targetNotEmpty: "폴더가 비어 있지 않습니다. 빈 폴더를 고르십시오"
      case .notABackup, .damagedBackup: "온전한 백업이 아닙니다. 다른 백업을 고르십시오"
      }
    self.init(KoreanParticle.settled(korean), error.description)
  }

  public init(_ error: RegistryError) {
    let korean =
      switch error {
      case .missing, .blank: "아직 아무것도 가져오지 않았습니다. 먼저 자료를 가져오십시오"
      case .notARegistry: "기관과 실적의 기록이 그 자리에 없습니다. 작업 공간을 확인하십시오"
      case .newerSchema: "더 새로운 모임이 쓴 기록입니다. 이 모임을 새 판으로 올리십시오"
      case .olderSchema: "더 오래된 모임이 쓴 기록입니다. 자료를 가져오면 새 판으로 올라갑니다"
      case .locked, .workspaceInUse: "다른 작업이 자료를 쓰는 중입니다. 끝난 뒤에 다시 시도하십시오"
      case .openedForReading: "읽기만 하도록 연 기록이라 바꿀 수 없습니다"
      case .damaged: "기록이 손상되었습니다. ‘moim check’로 검사한 뒤 백업에서 되돌리거나 출처를 다시 가져오십시오"
      case .diskFull: "디스크가 가득 찼습니다. 자리를 비우고 다시 시도하십시오. 바뀐 것은 없습니다"
      case .inputOutput: "기록을 읽거나 쓸 수 없습니다. 폴더와 권한을 확인하십시오"
      }
    self.init(KoreanParticle.settled(korean), error.description)
  }

  /// What the store calls its things, in Korean.
  private static func thing(_ kind: String) -> String {
    switch kind {
    case "application": "신청"
    case "consent": "동의"
    case "introduction": "소개"
    case "counselling session": "상담"
    case "user", "active user": "사용자"
    case "token": "토큰"
    case "session": "로그인"
    case "note": "메모"
    case "job": "작업"
    case "suggestion": "추천"
    default: "항목"
    }
  }
}
