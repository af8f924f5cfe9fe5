import ForumDesk
import ForumRecords
import HTTPTypes
import PartnerDiscovery

/// Errors of the workspace in the words of a page.
enum DataProblem {
  private static func notDone(_ reason: Bilingual) -> WebProblem {
    .invalid(Bilingual("처리하지 못했습니다. \(reason.korean).", "It was not done: \(reason.english)."))
  }

  /// Does something and says what went wrong where it does.
  static func explained<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch let error as DiscoveryError {
      throw notDone(Bilingual(error))
    } catch let error as RegistryError {
      switch error {
      case .workspaceInUse, .locked:
        throw WebProblem(
          .conflict, title: Bilingual("자료를 쓰는 중입니다", "The data are being written"),
          explanation: Bilingual(
            "가져오기나 다른 작업이 끝난 뒤에 다시 시도해 주십시오.", "Try again when the import or other work is done."))
      default: throw error
      }
    } catch let error as ForumStoreError {
      switch error {
      case .unknown, .exists, .invalid, .wrongState, .purged, .notConsented, .staleRevision:
        throw notDone(Bilingual(error))
      case .lastAdministrator:
        throw WebProblem.invalid(
          Bilingual("마지막 관리자는 바꾸거나 막을 수 없습니다.", "The last administrator must stay: make another one first."))
      default: throw error
      }
    }
  }
}
