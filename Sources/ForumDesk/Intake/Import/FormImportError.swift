public import ProfileIngest

/// Why a file of a form service is not read at all.
public enum FormImportError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(IngestError)
  /// No row has two headings that the form knows.
  case noHeadings(name: String)

  public var description: String { message.english }

  /// Says what to do.
  public var message: Bilingual {
    switch self {
    case .unreadable(let error):
      return Bilingual(
        "파일을 읽을 수 없습니다. 설문 서비스에서 CSV나 엑셀(.xlsx)로 다시 내려받아 주세요. (\(Bilingual(error).korean))", error.description)
    case .noHeadings(let name):
      // What stands there instead is not repeated: it may be answers.
      return Bilingual(
        "‘\(name)’에서 질문 제목이 있는 줄을 찾지 못했습니다. 첫 줄에 기관명, 이메일 같은 질문 제목이 있는 파일을 올려 주세요.",
        "\(name) has no line of headings that the form knows; give a file whose first line names its columns, such as organisation and e-mail"
      )
    }
  }
}
