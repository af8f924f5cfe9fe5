import Foundation
public import PartnerRanking
import ResearchProfiles

/// The parts of a score in words.
extension PartnerExplanation {
  /// What a part of the score comes from, in a phrase.
  public func reason(for part: PartnerMatch.Score.Part) -> String {
    func share(_ part: PartnerMatch.Score.Part) -> String { Self.decimal(100 * (features?[part] ?? 0), 0) + " %" }
    let isSo = (features?[part] ?? 0) != 0
    let country = organization.country ?? "its country"
    switch part {
    case .votes:
      guard let best = evidence.first?.matched.result, evidenceCount > 0 else {
        return "no evidence of its own speaks to the application"
      }
      return evidenceCount == 1
        ? "one piece of evidence speaks to the application: [\(best.id)]"
        : "\(evidenceCount) pieces of evidence speak to the application, the best is [\(best.id)]"
    case .needs:
      guard let need = bestNeed else {
        return needCount == 0 ? "the application states no needs" : "no evidence of its own meets a need"
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
      return shared.isEmpty
        ? "no shared work with the applicant"
        : "has worked with the applicant, last in [\(shared[0].id)]"
    case .country:
      return isSo ? "in the applicant's country (\(country))" : "not known to be in the applicant's country"
    case .city: return isSo ? "in the applicant's city" : "not known to be in the applicant's city"
    case .countryTies:
      let ties = features?[.countryTies] ?? 0
      let factor = Self.decimal(exp(ties), 2)
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
      let kind = organization.kind.map(Self.name) ?? "a body of unknown kind"
      let points = score[.kinds]
      return points == 0
        ? "nothing known of whether applicants like this one look for \(kind)"
        : "applicants like this one have \(points > 0 ? "more" : "less") often joined with \(kind) than the other parts say"
    case .fame:
      return score[.fame] < 0
        ? "has so much evidence that it would be shown to everybody" : "not shown to everybody already"
    }
  }

  private static func decimal(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }

  private static func name(_ kind: OrganizationKind) -> String {
    switch kind {
    case .company: "company 기업"
    case .university: "university 대학"
    case .institute: "research institute 연구기관"
    case .public: "public body 공공기관"
    case .other: "other 기타"
    }
  }
}
