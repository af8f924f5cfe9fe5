import ForumDesk
import ResearchProfiles
import TestCorpora
import Testing

/// Properties of the reader, over random answers with fixed seeds.
@Suite struct IntakePropertyTests {
  let form = IntakeForm.standard

  private static let pieces = [
    "양자", "센서", " ", "\n", "\u{0}", "\u{200B}", "\u{1112}\u{1161}", "kim@example.kr", " 010-1234-5678 ", "02", "-", ",",
    ";", "<b>",
    "&amp;", "\"", "'", "３억", "3억", "15 fT/√Hz", "yes", "joint_research", "industry", "company", "서울", "abroad", "독일",
    "quantum.sensing", "\u{FEFF}", "e\u{0301}", "👩‍🔬", "없음", "N/A", "***", "1", "4", "@", ".", "http://", "example.kr",
    "required", "\u{202E}",
    "+82", "0", "900101-1234567", "\r\n", "#", "|",
  ]

  private func text(_ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  /// Answers of which most are as the sample's.
  private func answers(_ random: inout SplitMix64, changeCount: Int) -> IntakeAnswers {
    var answers = Bool.random(using: &random) ? SampleAnswers.jointResearch : SampleAnswers.course
    for _ in 0..<changeCount {
      guard let key = IntakeKey.allCases.randomElement(using: &random) else { continue }
      answers[key] = (0..<Int.random(in: 0...3, using: &random)).map { _ in text(&random) }
    }
    return answers
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `what is accepted reads back as it was`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var acceptedCount = 0
    for _ in 0..<150 {
      let reading = form.read(answers(&random, changeCount: Int.random(in: 0...4, using: &random)))
      guard reading.isAcceptable else { continue }
      acceptedCount += 1
      for answers in [
        reading.answers,
        IntakeReading.answers(draft: reading.draft, contact: reading.contact, consents: reading.consents.map(\.key)),
      ] {
        let again = form.read(answers)
        #expect(again.draft == reading.draft && again.contact == reading.contact, "\(answers)")
        #expect(again.consents == reading.consents && again.isAcceptable && again.notices.isEmpty, "\(answers)")
      }
    }
    #expect(acceptedCount > 25)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `wrong answers that are shown again are as wrong as before`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<150 {
      let reading = form.read(answers(&random, changeCount: 8))
      let again = form.read(reading.answers)
      #expect(again.isAcceptable || !reading.isAcceptable)
      #expect(again.answers == form.read(again.answers).answers, "\(reading.answers)")
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `no answers of any kind make it fail, and nothing public holds an address`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      var answers = IntakeAnswers()
      for key in IntakeKey.allCases.map(\.rawValue) + ["unknown", ""] where Bool.random(using: &random) {
        answers.values[key] = (0..<Int.random(in: 0...12, using: &random)).map { _ in
          Bool.random(using: &random)
            ? text(&random)
            : String(decoding: (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
        }
      }
      let application = form.read(answers).draft.application
      let texts =
        [application.title, application.summary, application.applicant?.name ?? ""] + application.keywords
        + (application.needs + application.offers).map(\.statement)
      for text in texts {
        #expect(!text.contains("kim@example.kr") && !text.contains("010-1234-5678"), "\(text)")
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x200B }, "\(text)")
      }
    }
  }
}
