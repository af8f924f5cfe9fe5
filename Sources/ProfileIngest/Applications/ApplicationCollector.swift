import ResearchProfiles

/// Takes the applications of one file and what is wrong with them.
final class ApplicationCollector {
  private let limits: IngestLimits
  let issues: RecordCollector
  private var applications: [Application] = []
  private var ids: Set<String> = []

  init(file: String, limits: IngestLimits) {
    self.limits = limits
    issues = RecordCollector(file: file, limits: limits)
  }

  /// - Parameter place: what to call an application without an id where its line is not known.
  func accept(_ application: Application, line: Int?, place: String? = nil) {
    if let defect = RecordIdentifier.defect(of: application.id) {
      reject(
        line: line, record: application.id.isEmpty ? place : application.id,
        reason: "an application is unusable: \(defect)",
        remedy: "give it an id of its own")
    } else if !application.hasText {
      reject(
        line: line, record: application.id, reason: "the application says nothing to match by",
        remedy: "write a title, a summary or needs")
    } else if !ids.insert(application.id).inserted {
      reject(
        line: line, record: application.id, reason: "an earlier application of the file has the same id, and stands",
        remedy: "give each application an id of its own")
    } else {
      applications.append(application)
    }
  }

  func reject(line: Int?, record: String? = nil, reason: IngestText, remedy: IngestText) {
    issues.reject(line: line, record: record.map { String($0.prefix(64)) }, reason: reason, remedy: remedy)
  }

  func note(_ reason: IngestText, remedy: IngestText, line: Int?) { issues.note(reason, remedy: remedy, line: line) }

  func finished() -> ApplicationFile {
    var assembly = PartAssembly(limits: limits)
    var part = issues.takePart()
    part.file = issues.file
    part.isEndOfFile = true
    let batch = assembly.batches(from: [part]).first
    return ApplicationFile(
      applications: applications, issues: batch?.issues ?? [],
      recordsRead: applications.count + (batch?.recordsRead ?? 0))
  }
}
