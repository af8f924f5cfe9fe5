import Glibc
import ResearchProfiles

/// How much more often than by chance bodies of one country join what bodies of another coordinate.
///
/// With J(c, d) the sum over evidence coordinated in c of its other members in d, divided by all others, and X(c, d) what
/// the two countries' shares would have it: ln((J + s) / (X + s)), 0 for pairs that say nothing.
struct CountryTies: Sendable {
  let countryCount: Int
  /// `ties[coordinator's country · countryCount + member's country]`.
  private let ties: [Double]

  /// - Parameter countries: a number for each organisation's country, 0 for unknown.
  /// - Complexity: linear in the memberships, quadratic in the countries.
  init(graph: CollaborationGraph, countries: [UInt16], smoothing: Double) {
    let count = Int(countries.max() ?? 0) + 1
    countryCount = count
    var joined = Array(repeating: 0.0, count: count * count)
    for evidence in 0..<UInt32(graph.evidenceCount) {
      let members = graph.members(of: evidence)
      guard members.count > 1, let coordinator = members.first(where: { $0.role == .coordinator }) else { continue }
      let row = Int(countries[Int(coordinator.organization)]) * count
      let share = 1 / Double(members.count - 1)
      for member in members where member.organization != coordinator.organization {
        joined[row + Int(countries[Int(member.organization)])] += share
      }
    }
    let rows = (0..<count).map { row in joined[row * count..<(row + 1) * count].reduce(0, +) }
    let columns = (0..<count).map { column in (0..<count).reduce(0) { $0 + joined[$1 * count + column] } }
    let total = rows.reduce(0, +)
    ties = (0..<count * count).map { cell in
      guard total > 0, cell / count != 0, cell % count != 0 else { return 0 }
      let expected = rows[cell / count] * columns[cell % count] / total
      return log((joined[cell] + smoothing) / (expected + smoothing))
    }
  }

  /// For a coordinator's and a member's country; 0 where one is unknown.
  func value(_ coordinator: Int, _ member: Int) -> Double {
    coordinator < countryCount && member < countryCount ? ties[coordinator * countryCount + member] : 0
  }
}
