import Foundation
import ParallelExecution
import PartnerRanking
import ResearchProfiles

/// The candidates of many past consortia with what their scores are made from, and who of them joined.
package struct TrainingExamples: Sendable {
  /// Candidates of one consortium that are learnt from: the plausible ones, of which the order matters.
  package static let candidateLimit = 400

  package static let featureCount = PartnerScore.Part.curved.count

  /// Where each consortium's candidates begin; one more at the end.
  package var starts: [Int] = [0]
  /// A row of ``featureCount`` features for each candidate.
  package var features: [Float] = []
  /// Whether the candidate joined.
  package var isPartner: [Bool] = []
  /// Row of the kind table times its columns plus column.
  package var kindCells: [UInt8] = []
  /// What the fame damping of weight 1 takes away, at least 0.
  package var fameExcess: [Float] = []
  package var organizations: [UInt32] = []
  package var isNewcomer: [Bool] = []
  /// Partners of each consortium that were known before, among the candidates or not.
  package var partnerCounts: [Int] = []
  package var newcomerPartnerCounts: [Int] = []

  package var consortiumCount: Int { starts.count - 1 }

  func rows(of consortium: Int) -> Range<Int> { starts[consortium]..<starts[consortium + 1] }

  package mutating func append(_ other: TrainingExamples) {
    let base = isPartner.count
    starts += other.starts.dropFirst().map { $0 + base }
    features += other.features
    isPartner += other.isPartner
    kindCells += other.kindCells
    fameExcess += other.fameExcess
    organizations += other.organizations
    isNewcomer += other.isNewcomer
    partnerCounts += other.partnerCounts
    newcomerPartnerCounts += other.newcomerPartnerCounts
  }

  package init() {}

  /// Ranks the candidates of consortia on a workspace that knows what was known before them. Consortia whose partners
  /// were all unknown are left out.
  init(_ consortia: [PastConsortium], on session: DiscoverySession, policy: RankingPolicy, executor: ParallelExecutor) {
    let matcher = ApplicationMatcher(session, policy: policy)
    let graph = session.graph
    let usual = policy.fame.usualEvidenceCount(evidenceCount: graph.evidenceCount)
    let found = executor.map(count: consortia.count) { index, _ -> TrainingExamples? in
      let partners = Set(
        consortia[index].partners.compactMap { session.directory.number(of: $0) }.filter { graph.degree(of: $0) > 0 })
      guard !partners.isEmpty,
        let candidates = try? matcher.features(consortia[index].application, limit: Self.candidateLimit)
      else { return nil }
      var examples = TrainingExamples()
      for candidate in candidates {
        for part in PartnerScore.Part.curved { examples.features.append(Float(candidate[part])) }
        examples.isPartner.append(partners.contains(candidate.organization))
        examples.kindCells.append(UInt8(candidate.applicantKind * KindTable.kinds.count + candidate.kind))
        examples.fameExcess.append(Float(log(max(Double(candidate.evidenceCount) / usual, 1))))
        examples.organizations.append(candidate.organization)
        examples.isNewcomer.append(candidate.evidenceCount == 1)
      }
      examples.starts.append(candidates.count)
      examples.partnerCounts = [partners.count]
      examples.newcomerPartnerCounts = [partners.count { graph.degree(of: $0) == 1 }]
      return examples
    }
    for case let examples? in found { append(examples) }
  }
}
