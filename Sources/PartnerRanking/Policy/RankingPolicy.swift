/// How partners are ranked: the curves and tables whose values add up to a score, and what an officer has decided.
///
/// As JSON it is what `moim tune` writes and `moim match --policy` reads.
public struct RankingPolicy: Hashable, Sendable, Codable {
  public static let currentFormat = 1

  /// The version of this form.
  public var format = RankingPolicy.currentFormat
  /// What people call it.
  public var name: String
  /// At most one for each of ``PartnerScore/Part/curved``; a part without a curve is 0.
  public var curves: [FeatureCurve]
  public var kindTable: KindTable
  public var fame: FameDamping
  public var parameters: RankingParameters
  public var sliders: PolicySliders
  public var lane: NewcomerLane
  /// Of the first ten places of all applications of a run, those that one body may take, as a share of the
  /// applications in 0...1; `nil` for no cap.
  public var capShare: Double?
  /// What it was learnt from; `nil` for a policy that somebody wrote.
  public var training: TrainingRecord?

  public init(
    name: String, curves: [FeatureCurve], kindTable: KindTable = KindTable(), fame: FameDamping = FameDamping(),
    parameters: RankingParameters = RankingParameters(), sliders: PolicySliders = PolicySliders(),
    lane: NewcomerLane = NewcomerLane(), capShare: Double? = nil, training: TrainingRecord? = nil
  ) {
    self.name = name
    self.curves = curves
    self.kindTable = kindTable
    self.fame = fame
    self.parameters = parameters
    self.sliders = sliders
    self.lane = lane
    self.capShare = capShare
    self.training = training
  }

  /// The curve of a part as the sliders set it.
  func curve(of part: PartnerScore.Part) -> FeatureCurve? {
    guard var curve = curves.first(where: { $0.part == part }) else { return nil }
    let factor = sliders.factor(of: part)
    curve.values = curve.values.map { $0 * factor }
    return curve
  }

  /// Straight lines, with weights that were fitted (but that of needs) on consortia of three half years of the public
  /// CORDIS history and rounded: where training starts from and what it must beat.
  public static let straightLines = RankingPolicy(
    name: "straight lines",
    curves: [
      .line(.votes, slope: 0.90, logOffset: 0.1), .line(.needs, slope: 1), .line(.coverage, slope: 1.60),
      .line(.network, slope: 0.45, logOffset: 0.003), .line(.sharedProjects, slope: 0.20, logOffset: 0.001),
      .line(.country, slope: 0.65), .line(.named, slope: 4.8), .line(.acronymNamed, slope: 1.4),
      .line(.cityNamed, slope: 3.3), .line(.countryNamed, slope: 2.6),
    ])

  enum CodingKeys: String, CodingKey {
    case format, name, fame, sliders, parameters
    case curves = "features"
    case kindTable = "kind_table"
    case lane = "newcomer_lane"
    case capShare = "cap_share"
    case training
  }
}
