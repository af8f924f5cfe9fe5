public import CallRules
public import ForumRecords
public import PartnerDiscovery
public import PartnerRanking

extension ForumDesk {
  /// Rules of a call from a file, put in force under a name.
  ///
  /// - Returns: what was read.
  /// - Throws: `RuleFileError` with every mistake, and then nothing has changed; errors of the store.
  @discardableResult
  public func putRulesInForce(_ text: String, name: String, actor: String) throws -> RuleBook {
    let book = try RuleSource.read(text, name: name)
    try store.putInForce(
      RuleFileRecord(hash: TextDigest.of(text), name: name, content: text, since: now, by: actor), actor: actor)
    return book
  }

  /// A ranking policy from a file, put in force: partners are ranked by it from now on.
  ///
  /// - Returns: the policy, and what its choices cost.
  /// - Throws: `PolicyFileError`, and then nothing has changed; errors of the store and of the index.
  @discardableResult
  public func putPolicyInForce(
    _ text: String, name: String, actor: String
  ) throws -> (policy: RankingPolicy, prices: [PolicyPrice]) {
    let policy = try PolicyFile.policy(from: Array(text.utf8), file: name)
    try store.putInForce(
      PolicyRecord(hash: TextDigest.of(text), name: name, content: text, since: now, by: actor), actor: actor)
    try reopen()
    return (policy, PolicyPrice.prices(of: policy))
  }

  /// The policy that Moim ships with, as a file.
  ///
  /// - Throws: where it cannot be written as JSON.
  public static func shippedPolicyText() throws -> String { try PolicyFile.json(ShippedPolicy.policy) }
}

extension ForumDesk {
  /// The policy that ranks now, and the record that put it in force; `nil` for the one that Moim ships with.
  ///
  /// - Throws: errors of the store, `PolicyFileError` where the record cannot be read any more.
  public func policyNow() throws -> (policy: RankingPolicy, record: PolicyRecord?) {
    (try policyInForce().policy, try store.policies().first)
  }
}
