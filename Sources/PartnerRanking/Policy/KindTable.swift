public import ResearchProfiles

/// What a body of one kind looks for in a body of another: a part of the score for each pair of kinds.
public struct KindTable: Hashable, Sendable, Codable {
  /// The kinds of the rows and columns; the last row and column stand for an unknown kind.
  public static let kinds = OrganizationKind.allCases.map(\.rawValue) + ["unknown"]

  /// `values[applicant's kind][partner's kind]`.
  public var values: [[Double]]

  /// Zeros.
  public init() { values = Array(repeating: Array(repeating: 0, count: Self.kinds.count), count: Self.kinds.count) }

  /// The row or column of a kind.
  public static func index(of kind: OrganizationKind?) -> Int {
    kind.flatMap { OrganizationKind.allCases.firstIndex(of: $0) } ?? kinds.count - 1
  }
}
