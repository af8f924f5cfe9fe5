/// Writes what is right: TREC qrels, grades per need, deliberate gaps, and the hidden competences behind them.
struct JudgmentWriter {
  let forum: DemonstrationForum

  func files() -> [GeneratedFile] {
    [
      GeneratedFile(path: "judgments.qrels", text: applicationLines()),
      GeneratedFile(path: "need-judgments.tsv", text: needLines()),
      GeneratedFile(path: "gaps.tsv", text: gapLines()),
      GeneratedFile(path: "query-judgments.qrels", text: queryLines()),
      GeneratedFile(path: "competences.tsv", text: competenceLines()),
    ]
  }

  private func applicationLines() -> String {
    forum.judgments.applications.map { "\($0.application) 0 \($0.organization) \($0.grade)\n" }.joined()
  }

  private func needLines() -> String {
    "application\tneed\torganization\tgrade\n"
      + forum.judgments.needs.map { "\($0.application)\t\($0.need)\t\($0.organization)\t\($0.grade)\n" }.joined()
  }

  private func gapLines() -> String {
    var lines = "application\tneed\tstatement\n"
    for entry in forum.vocabulary.applications {
      for (index, need) in entry.needs.enumerated() where need.topic == nil {
        lines += "\(entry.id)\t\(index)\t\(need.statement)\n"
      }
    }
    return lines
  }

  private func queryLines() -> String {
    var lines = ""
    for topic in forum.vocabulary.topics {
      for record in forum.evidence where record.topics.contains(topic.id) {
        lines += "demo-q-\(topic.id) 0 \(record.id) \(record.topics[0] == topic.id ? 2 : 1)\n"
      }
    }
    return lines
  }

  private func competenceLines() -> String {
    var lines = "organization\ttopic\tstrength\n"
    for organization in forum.vocabulary.organizations {
      for competence in organization.competences {
        lines += "\(organization.id)\t\(competence.topic)\t\(competence.strength)\n"
      }
    }
    return lines
  }
}
