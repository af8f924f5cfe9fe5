import Foundation
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
      rows.append([Format.decimal(explanation.score[part], 6), name(part), explanation.reason(for: part)])
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

  static func name(_ part: PartnerMatch.Score.Part) -> String {
    switch part {
    case .votes: "votes 근거"
    case .needs: "needs 수요"
    case .coverage: "coverage 범위"
    case .network: "network 협력망"
    case .partnerNetwork: "partner network 파트너망"
    case .sharedProjects: "shared projects 공동과제"
    case .country: "country 국가"
    case .city: "city 도시"
    case .countryTies: "country ties 국가 간 협력"
    case .named: "named 기관명"
    case .acronymNamed: "acronym named 약칭"
    case .cityNamed: "city named 도시명"
    case .countryNamed: "country named 국가명"
    case .ownCountryNamed: "own country named 자국명"
    case .kinds: "kinds 유형"
    case .fame: "fame 노출"
    }
  }
}
