import PartnerDiscovery
import ResearchProfiles

/// Two bodies that may be one, as JSON.
struct HeldDocument: Encodable {
  struct Body: Encodable {
    var id: String
    var name: String
    var country: String?
    var city: String?
    var identifiers: [String]

    init(_ profile: OrganizationProfile) {
      id = profile.id.rawValue
      name = profile.names.isEmpty ? profile.id.rawValue : profile.names.primary
      country = profile.country
      city = profile.city
      identifiers = profile.identifiers.map { "\($0.scheme) \($0.value)" }
    }
  }

  struct Reason: Encodable {
    var kind: String
    var detail: String
    var points: Int

    init(_ reason: DecisionReason) {
      kind = reason.kind
      detail = reason.detail
      points = reason.points
    }
  }

  var primary: Body
  var other: Body
  var points: Int
  var reasons: [Reason]

  init(_ held: HeldBodies) {
    primary = Body(held.primary)
    other = Body(held.other)
    points = held.points
    reasons = held.reasons.map(Reason.init)
  }
}

/// A decision of the audit trail, as JSON.
struct DecisionDocument: Encodable {
  var kind: String
  var primary: String
  var other: String
  var decider: String
  var date: String
  var points: Int?
  var reasons: [HeldDocument.Reason]
  var undone: Bool

  init(_ decision: PastDecision) {
    kind = decision.kind
    primary = decision.primary.rawValue
    other = decision.other.rawValue
    decider = decision.decider
    date = decision.date.description
    points = decision.points
    reasons = decision.reasons.map(HeldDocument.Reason.init)
    undone = decision.isUndone
  }
}

/// The same for people.
enum ResolutionText {
  static func text(_ held: [HeldDocument]) -> String {
    held.enumerated().map { number, pair in
      ([
        "\(number + 1). \(line(pair.primary))", "   \(line(pair.other))",
      ] + pair.reasons.map { "   \(signed($0.points))  \($0.kind): \($0.detail)" } + [
        "   \(signed(pair.points))  in all; moim merge (or split) \(pair.primary.id) \(pair.other.id)"
      ]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  static func text(_ decisions: [DecisionDocument]) -> String {
    decisions.map { decision in
      let reasons = decision.reasons.map(\.detail).joined(separator: "; ")
      return "\(decision.date)  \(decision.kind) \(decision.primary) \(decision.other) by \(decision.decider)"
        + (decision.points.map { " (\($0))" } ?? "") + (reasons.isEmpty ? "" : ": \(reasons)")
        + (decision.undone ? " [undone since]" : "")
    }.joined(separator: "\n")
  }

  private static func line(_ body: HeldDocument.Body) -> String {
    let place = [body.country, body.city].compactMap { $0 }.joined(separator: ", ")
    return "\(body.name) [\(body.id)] \(place) \(body.identifiers.joined(separator: ", "))"
  }

  private static func signed(_ points: Int) -> String {
    let text = points > 0 ? "+\(points)" : "\(points)"
    return String(repeating: " ", count: max(0, 4 - text.count)) + text
  }
}
