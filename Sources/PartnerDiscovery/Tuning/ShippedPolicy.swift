public import PartnerRanking

/// The policy that ranks where no other is given.
public enum ShippedPolicy {
  public static let policy = RankingPolicy.straightLines
}
