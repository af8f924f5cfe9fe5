import PartnerDiscovery
import PartnerRanking
import ResearchProfiles
import Retrieval

/// An explanation as a person reads it.
enum ExplanationText {
  static func text(_ explanation: PartnerExplanation) -> String {
    var lines = [ResultText.heading(explanation.organization)]
    switch explanation.exclusion {
    case .isApplicant:
      return (lines + ["This is the applicant itself, which is never suggested to itself."]).joined(separator: "\n")
    case .noConnection:
      return
        (lines + [
          "No evidence of it speaks to application \(explanation.application), and nobody who does has worked with it."
        ]).joined(separator: "\n")
    case nil: break
    }
    lines.append(
      "place \(explanation.rank ?? 0) of \(explanation.candidateCount) candidates for application \(explanation.application)"
    )
    lines.append("")
    var rows: [[String]] = []
    for part in PartnerMatch.Score.Part.allCases {
      rows.append([
        Format.decimal(explanation.score[part], 6), part.rawValue.replacing("_", with: " "), reason(part, explanation),
      ])
    }
    rows.append([Format.decimal(explanation.score.total, 6), "score", "the sum of the parts"])
    lines.append(Format.table(rows, rightAligned: [0]))
    let added = AddedTermText.phrases(explanation.added)
    if !added.isEmpty {
      lines += ["", "Terms of the other language that were searched for too:", "  " + added.joined(separator: ", ")]
    }
    if !explanation.evidence.isEmpty {
      lines += [
        "",
        "Evidence (\(explanation.evidence.count) of \(explanation.evidenceCount)), with what each term adds to its score"
          + " (* a pair of syllables):",
      ]
    }
    for evidence in explanation.evidence {
      lines.append(
        ResultText.indented(
          ResultText.evidence(evidence.matched.result, role: evidence.matched.role), by: 2))
      let parts = evidence.explanation.parts
      let shown = parts.prefix(6).map { "\($0.term)\($0.isSyllablePair ? "*" : "") \(Format.decimal($0.score, 3))" }
      let rest = parts.dropFirst(6).reduce(0) { $0 + $1.score }
      lines.append(
        "    "
          + Terminal.faint(
            "\(Format.decimal(evidence.explanation.score, 3)) = \(shown.joined(separator: " + "))"
              + (parts.count > 6 ? " + \(parts.count - 6) more terms \(Format.decimal(rest, 3))" : "")))
    }
    if !explanation.shared.isEmpty {
      lines += ["", "Shared with the applicant:"]
      for shared in explanation.shared { lines.append(ResultText.indented([ResultText.evidence(shared)[0]], by: 2)) }
    }
    return lines.joined(separator: "\n")
  }

  static func reason(_ part: PartnerMatch.Score.Part, _ explanation: PartnerExplanation) -> String {
    switch part {
    case .votes:
      explanation.evidenceCount == 0
        ? "no evidence of its own speaks to the application"
        : "\(explanation.evidenceCount) pieces of evidence speak to the application"
    case .coverage: "how much of the application's vocabulary its evidence covers together"
    case .network: "closeness to the applicant's partners and to the topic's organisations in shared work"
    case .sharedProjects:
      explanation.shared.isEmpty ? "no shared work with the applicant" : "has worked with the applicant"
    case .country:
      explanation.score.country > 0 ? "in the applicant's country" : "not known to be in the applicant's country"
    case .named:
      explanation.score.named > 0
        ? "the application's text holds a word of its name" : "the application's text does not name it"
    case .place:
      explanation.score.place > 0
        ? "the application's text names its city or country" : "the application's text does not name where it is"
    case .fame:
      explanation.score.fame < 0
        ? "has so much evidence that it would be shown to everybody" : "not shown to everybody already"
    }
  }
}
