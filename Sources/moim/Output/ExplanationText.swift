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
      rows.append([Format.decimal(explanation.score[part], 6), name(part), reason(part, explanation)])
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

  static func reason(_ part: PartnerMatch.Score.Part, _ explanation: PartnerExplanation) -> String {
    let features = explanation.features
    func share(_ part: PartnerMatch.Score.Part) -> String { Format.decimal(100 * (features?[part] ?? 0), 0) + " %" }
    let isSo = (features?[part] ?? 0) != 0
    let country = explanation.organization.country ?? "its country"
    switch part {
    case .votes:
      guard let best = explanation.evidence.first?.matched.result, explanation.evidenceCount > 0 else {
        return "no evidence of its own speaks to the application"
      }
      return explanation.evidenceCount == 1
        ? "one piece of evidence speaks to the application: [\(best.id)]"
        : "\(explanation.evidenceCount) pieces of evidence speak to the application, the best is [\(best.id)]"
    case .needs:
      guard let need = explanation.bestNeed else {
        return explanation.needCount == 0 ? "the application states no needs" : "no evidence of its own meets a need"
      }
      return "meets \"\(need.statement)\" \(share(.needs)) as well as who meets it best, with [\(need.evidence)]"
    case .coverage: return "its evidence together covers \(share(.coverage)) of what the best body's covers of the text"
    case .network:
      return isSo
        ? "\(share(.network)) as close in shared work to the applicant's partners and the topic's bodies as the closest"
        : "no shared work with the applicant's partners or the topic's bodies"
    case .partnerNetwork:
      return isSo
        ? "\(share(.partnerNetwork)) as close in shared work to the applicant's own partners as the closest"
        : "no shared work with the applicant's own partners"
    case .sharedProjects:
      return explanation.shared.isEmpty
        ? "no shared work with the applicant"
        : "has worked with the applicant, last in [\(explanation.shared[0].id)]"
    case .country:
      return isSo ? "in the applicant's country (\(country))" : "not known to be in the applicant's country"
    case .city: return isSo ? "in the applicant's city" : "not known to be in the applicant's city"
    case .countryTies:
      let ties = features?[.countryTies] ?? 0
      let factor = Format.decimal(exp(ties), 2)
      return ties == 0
        ? "nothing known of how the two countries work together"
        : "bodies of \(country) join those of the applicant's country \(factor) times as often as by chance"
    case .named:
      return isSo ? "the application's text holds a word of its name" : "the application's text does not name it"
    case .acronymNamed:
      return isSo ? "the application's text holds its acronym" : "the application's text holds no acronym of it"
    case .cityNamed:
      return isSo ? "the application's text names its city" : "the application's text does not name its city"
    case .countryNamed:
      return isSo
        ? "the application's text names its country (\(country))" : "the application's text does not name its country"
    case .ownCountryNamed:
      return isSo
        ? "the country named is the applicant's own, which says little" : "not the applicant's own country named"
    case .kinds:
      let kind = explanation.organization.kind.map(ResultText.kindName) ?? "a body of unknown kind"
      let score = explanation.score[.kinds]
      return score == 0
        ? "nothing known of whether applicants like this one look for \(kind)"
        : "applicants like this one have \(score > 0 ? "more" : "less") often joined with \(kind) than the other parts say"
    case .fame:
      return explanation.score[.fame] < 0
        ? "has so much evidence that it would be shown to everybody" : "not shown to everybody already"
    }
  }
}
