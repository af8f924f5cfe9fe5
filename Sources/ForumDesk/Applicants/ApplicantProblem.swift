/// Why an applicant's wish is not carried out.
public enum ApplicantProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// The application was withdrawn or closed.
  case notActive
  /// This organisation was never suggested to the applicant.
  case notSuggested
  /// The introduction is another one's, or closed.
  case noSuchIntroduction
  /// The form was changed elsewhere in the meantime.
  case changedMeanwhile
  /// It would leave the application without the consent that it rests on.
  case consentIsNeeded

  public var description: String { message.english }

  /// Says what to do.
  public var message: Bilingual {
    switch self {
    case .notActive:
      Bilingual(
        "철회했거나 마감된 신청입니다. 다시 참여하시려면 새로 신청해 주십시오.",
        "This application was withdrawn or closed. To take part again, please file a new one.")
    case .notSuggested:
      Bilingual(
        "추천 목록에 없는 기관입니다. 페이지를 새로 고쳐 지금의 추천을 확인해 주십시오.",
        "This organisation is not among your suggestions. Reload the page to see what is suggested now.")
    case .noSuchIntroduction:
      Bilingual(
        "이 소개는 끝났거나 없습니다. 페이지를 새로 고쳐 주십시오.",
        "This introduction has ended or does not exist. Please reload the page.")
    case .changedMeanwhile:
      Bilingual(
        "그사이 신청 내용이 다른 곳에서 바뀌었습니다. 바뀐 내용을 확인하고 다시 고쳐 주십시오.",
        "The application was changed elsewhere in the meantime. Look at it again and repeat the change.")
    case .consentIsNeeded:
      Bilingual(
        "이 동의가 없으면 신청을 보관할 수 없습니다. 신청을 삭제하면 함께 철회됩니다.",
        "Without this consent the application cannot be kept. It is withdrawn by deleting the application.")
    }
  }
}
