/// One application as it is written in `applications-*.txt`: words, and what its needs are about.
package struct ApplicationCase: Sendable {
  package struct Need: Sendable {
    package var isRequired: Bool
    /// The topic that meets it; `nil` where nobody in the forum can.
    package var topic: String?
    /// Kinds of partner that are wanted; empty means any.
    package var kinds: [String]
    package var statement: String
  }

  package var number: Int
  /// `engineer`, `professor`, `hospital`, `startup`, `bank` or `officer`: chooses the closing sentences.
  package var style: String
  package var language: Language
  package var title = ""
  package var paragraphs: [String] = []
  package var keywords: [String] = []
  package var needs: [Need] = []
  package var offers: [String] = []
  /// The id of one of the organisations, or `nil` for a body that is not among them.
  package var applicant: String?
  package var applicantName = ""
  package var applicantKind = ""
  package var applicantCountry = "KR"

  package var id: String { "demo-app-" + (number < 10 ? "0" : "") + String(number) }
}
