public import ProfileIngest

/// What importing says of files and records.
extension Bilingual {
  /// In English alone where the sentence is another's, such as one that a mapping file of the workspace holds.
  public init(_ text: IngestText) { self.init(KoreanParticle.settled(Self.korean(text)), text.description) }

  private static func korean(_ text: IngestText) -> String {
    let wording = KoreanFindings.wordings[text.pattern] ?? KoreanRemedies.wordings[text.pattern] ?? text.pattern
    return text.filled(wording) { korean($0) }
  }

  public init(_ error: IngestError) {
    let korean =
      switch error {
      case .unreadable(_, let reason, let remedy):
        "파일을 읽을 수 없습니다: \(Self.korean(reason)). \(Self.korean(remedy))"
      case .notApplications(_, let found, let remedy):
        "신청을 모은 파일이 아닙니다(\(Self.korean(found))). \(Self.korean(remedy))"
      case .tooLarge(_, let limit): "신청을 읽는 한도인 \(limit)바이트보다 큰 파일입니다. 나누어 주십시오"
      }
    self.init(KoreanParticle.settled(korean), error.description)
  }
}
