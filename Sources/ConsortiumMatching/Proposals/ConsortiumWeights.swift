/// What a set is worth, in whole numbers, so that an optimum is one number and not a matter of rounding.
///
/// A set's value is the sum of
/// - `coverage` · level points · need weight of each need's best member, and `backup` times the same of its second best
///   (so that a need with a single supplier, a single point of failure, is worth less);
/// - `fit` for a member's fit of 1000, and `reciprocity` likewise;
/// - `provenTie` or `newTie` for each member that has, or has not, worked with the applicant; `provenPair` or `newPair`
///   for each pair of members;
/// - `kind` and `region` for each different kind and region among all members;
/// - `wish` for each wished rule that is met;
/// - less `seat` for each member, which is what coordination costs.
public struct ConsortiumWeights: Hashable, Sendable {
  /// By ``CoverageLevel``; not falling.
  public var levelPoints: [Int]
  public var requiredNeed: Int
  public var wishedNeed: Int
  public var coverage: Int
  /// At most ``coverage``.
  public var backup: Int
  public var fit: Int
  public var reciprocity: Int
  public var provenTie: Int
  public var newTie: Int
  /// Even, at least 0.
  public var provenPair: Int
  /// Even, at least 0.
  public var newPair: Int
  public var kind: Int
  public var region: Int
  public var wish: Int
  public var seat: Int

  public init(
    levelPoints: [Int] = [0, 10, 60, 90, 100], requiredNeed: Int = 3, wishedNeed: Int = 1, coverage: Int = 2000,
    backup: Int = 2, fit: Int = 1000, reciprocity: Int = 200, provenTie: Int = 100, newTie: Int = 0,
    provenPair: Int = 20, newPair: Int = 0, kind: Int = 100, region: Int = 50, wish: Int = 300, seat: Int = 600
  ) {
    self.levelPoints = levelPoints
    self.requiredNeed = requiredNeed
    self.wishedNeed = wishedNeed
    self.coverage = coverage
    self.backup = backup
    self.fit = fit
    self.reciprocity = reciprocity
    self.provenTie = provenTie
    self.newTie = newTie
    self.provenPair = provenPair
    self.newPair = newPair
    self.kind = kind
    self.region = region
    self.wish = wish
    self.seat = seat
  }

  /// Coverage of stated needs comes first: ten level points of a wished need outweigh everything else a set of six
  /// can gain, so that the order is lexicographic.
  public static let coverageFirst = ConsortiumWeights()

  /// For needs that were only guessed from the text: fit comes first, and what is covered decides between candidates of
  /// like fit. Measured on real consortia of 2023, see Documentation/CONSORTIA.md: any more weight on guessed needs, on
  /// ties among members or on different regions finds fewer of the real members.
  public static let fitFirst = ConsortiumWeights(
    coverage: 1, backup: 0, fit: 100_000, reciprocity: 20_000, provenTie: 0, newTie: 0, provenPair: 0, newPair: 0,
    kind: 0, region: 0, wish: 30_000, seat: 30_000)

  /// Whether bounds hold for these weights.
  var isValid: Bool {
    levelPoints.count == CoverageLevel.allCases.count
      && zip(levelPoints, levelPoints.dropFirst()).allSatisfy { $0 <= $1 }
      && (levelPoints.first ?? 0) >= 0 && requiredNeed >= 0 && wishedNeed >= 0 && coverage >= backup && backup >= 0
      && provenPair >= 0 && newPair >= 0 && provenPair % 2 == 0 && newPair % 2 == 0 && kind >= 0 && region >= 0
      && wish >= 0
  }
}
