import ArgumentParser
import ForumDesk
import ForumRecords
import PartnerDiscovery
import ProfileIngest
import ResearchProfiles

struct IntakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake",
    abstract: "Takes applications from a file into the forum's records. 신청 받기",
    discussion: """
      The file is one that 'moim match' reads: .jsonl, .json, .csv or .xlsx. Each application gets a receipt and \
      suggestions; one that was taken in before is revised where it says something new, and otherwise left alone.
      Exports of form services, with people's names and consents, are taken in on the web console.

      EXAMPLES
        moim intake --workspace forum applications.jsonl
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  @OptionGroup var applications: ApplicationsArgument

  private struct Document: Encodable {
    struct Entry: Encodable {
      var id: String
      var receipt: String
      var effect: String
    }

    var read: Int
    var added: Int
    var revised: Int
    var unchanged: Int
    var applications: [Entry]
  }

  func run() throws {
    let source = try applications.read()
    let desk = try ForumDesk(workspace: workspace.resolved, worksInBackground: false)
    let submissions = try source.applications.map { try desk.takeIn($0, actor: "command line") }
    try desk.publish()
    let entries = zip(source.applications, submissions).map {
      Document.Entry(id: $0.id, receipt: $1.application.receipt, effect: $1.effect.rawValue)
    }
    func count(_ effects: Submission.Effect...) -> Int { submissions.count { effects.contains($0.effect) } }
    let document = Document(
      read: entries.count, added: count(.added), revised: count(.revised),
      unchanged: count(.unchanged, .kept, .purged), applications: entries)
    if json { return try Terminal.print(try Format.json(document)) }
    try Terminal.printText(Format.table(entries.map { [$0.receipt, $0.effect, $0.id] }, rightAligned: []))
    Terminal.note(
      "\(document.read) read, \(document.added) added, \(document.revised) revised, \(document.unchanged) unchanged")
  }
}
