/// The whole invented forum in memory; the same every time.
package struct DemonstrationForum: Sendable {
  package let vocabulary: Vocabulary
  package let evidence: [EvidenceRecord]
  package let applications: [ApplicationRecord]
  package let judgments: Judgments

  package init(_ vocabulary: Vocabulary) throws(GenerationError) {
    self.vocabulary = vocabulary
    evidence = try EvidencePlanner.plan(vocabulary)
    var applications: [ApplicationRecord] = []
    for entry in vocabulary.applications {
      applications.append(try ApplicationRecord(entry, vocabulary: vocabulary))
    }
    self.applications = applications
    judgments = Judgments(applications: vocabulary.applications, organizations: vocabulary.organizations)
  }

  /// All files, by path relative to the output folder, in a fixed order.
  package func files() throws(GenerationError) -> [GeneratedFile] {
    try CerifWriter(forum: self).files() + CordisWriter(forum: self).files() + JSONLinesWriter(forum: self).files()
      + JudgmentWriter(forum: self).files()
  }
}
