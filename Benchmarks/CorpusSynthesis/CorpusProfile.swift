/// What a synthetic corpus is like. Equal profiles give equal corpora, on every machine.
public struct CorpusProfile: Hashable, Sendable {
  public var documentCount: Int
  public var seed: UInt64 = 20_240_301
  /// Different words that can occur.
  public var vocabularyCount = 500_000
  /// Share of a document's words (in percent) that come from the words of its subject instead of the whole language.
  /// With 0 documents are independent draws: the hardest case for pruning, as no document stands out.
  public var topicPercent = 0
  public var topicCount = 300
  /// Organisations that the documents are by.
  public var organizationCount = 60
  /// Organisations of one document: 1 up to this.
  public var largestMembership = 1

  public init(documentCount: Int) { self.documentCount = documentCount }

  /// For comparing search engines: plain documents; one organisation each, which stands for a kind and a region.
  public static func search(documentCount: Int) -> CorpusProfile { CorpusProfile(documentCount: documentCount) }

  /// For matching: subjects, one organisation to ten pieces of evidence, one to six organisations in each.
  public static func partners(evidenceCount: Int) -> CorpusProfile {
    var profile = CorpusProfile(documentCount: evidenceCount)
    profile.topicPercent = 30
    profile.organizationCount = max(60, evidenceCount / 10)
    profile.largestMembership = 6
    return profile
  }
}
