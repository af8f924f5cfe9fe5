import ArgumentParser
import ForumDesk
import ForumRecords
import Foundation
import PartnerDiscovery

struct PurgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Removes what is personal of applications, also from the bytes of the files. 개인정보 파기",
    discussion: """
      By receipt, or of every application whose consents have run out or were withdrawn. Contacts, proofs of consent and \
      notes go; with --whole also all that the application says. Receipts, the ledger of provisions and the audit trail \
      stay and name no person. Backups made earlier keep what they hold.

      EXAMPLES
        moim purge --workspace forum --expired --dry-run
        moim purge --workspace forum --receipt 2026-0001 --receipt 2026-0007
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Option(name: .long, help: ArgumentHelp("An application; may be repeated.", valueName: "receipt"))
  var receipt: [String] = []

  @Flag(name: .long, help: "Every application whose consents have run out.") var expired = false

  @Flag(name: .long, help: "Removes all that the applications say, too.") var whole = false

  @Flag(name: .long, help: "Says what would be removed, and removes nothing.") var dryRun = false

  @Flag(name: .long, help: "Prints one JSON document.") var json = false

  func validate() throws {
    if receipt.isEmpty != expired { throw ValidationError("Name applications with --receipt, or say --expired.") }
  }

  private struct Document: Encodable {
    var dryRun: Bool
    var scope: String
    var receipts: [String]
    var contacts: Int?
    var consentProofs: Int?
    var counsellingNotes: Int?
    var introductionNotes: Int?
    var partnerNotes: Int?
    var suggestions: Int?
    var revisions: Int?
    var isErased: Bool?

    enum CodingKeys: String, CodingKey {
      case scope, receipts, contacts, suggestions, revisions
      case dryRun = "dry_run"
      case consentProofs = "consent_proofs"
      case counsellingNotes = "counselling_notes"
      case introductionNotes = "introduction_notes"
      case partnerNotes = "partner_notes"
      case isErased = "is_erased"
    }
  }

  func run() async throws {
    let workspace = workspace.resolved
    guard workspace.hasForum else { throw ForumStoreError.missing(path: workspace.forumPath) }
    let scope: PurgeScope = whole ? .wholeApplication : .personalData
    let store = try ForumStore(path: workspace.forumPath, mode: .readWrite)
    let time = ForumDesk.systemTime
    if dryRun { return try preview(store, scope, time) }
    let report = try whole ? eraseWhole(in: workspace, store, time) : purgeContacts(in: store, time)
    let document = Document(
      dryRun: false, scope: scope.rawValue, receipts: report.receipts, contacts: report.contactCount,
      consentProofs: report.consentProofCount, counsellingNotes: report.counsellingNoteCount,
      introductionNotes: report.introductionNoteCount, partnerNotes: report.partnerNoteCount,
      suggestions: report.suggestionCount, revisions: report.revisionCount, isErased: report.isErased)
    if json {
      try Terminal.print(try Format.json(document))
    } else {
      try Terminal.print(
        "\(report.receipts.count) applications: removed \(report.contactCount) contacts, \(report.consentProofCount) proofs of "
          + "consent, \(report.counsellingNoteCount + report.introductionNoteCount + report.partnerNoteCount) notes, "
          + "\(report.suggestionCount) suggestions, \(report.revisionCount) earlier versions")
    }
    if !report.isErased {
      Terminal.note(
        "traces are left in the file, because another process reads it: run 'moim purge' again when it is done")
    }
  }

  private func purgeContacts(in store: ForumStore, _ time: ForumTime) throws -> PurgeReport {
    try expired
      ? store.purge(expiredBefore: time, actor: "command line", time: time)
      : store.purge(receipts: receipt, actor: "command line", time: time)
  }

  /// What an application said of its applicant leaves the registry, the index and their bytes with it.
  private func eraseWhole(in workspace: Workspace, _ store: ForumStore, _ time: ForumTime) throws -> PurgeReport {
    let receipts = try expired ? store.expiredReceipts(at: time) : receipt
    let desk = try ForumDesk(workspace: workspace, worksInBackground: false)
    let report = try desk.erase(receipts, actor: "command line")
    try desk.finishErasure()
    return report
  }

  private func preview(_ store: ForumStore, _ scope: PurgeScope, _ time: ForumTime) throws {
    let receipts = try expired ? store.expiredReceipts(at: time) : Set(receipt).sorted()
    for receipt in receipts where try store.application(receipt: receipt) == nil {
      throw ForumStoreError.unknown(kind: "application", id: receipt)
    }
    if json {
      return try Terminal.print(
        try Format.json(
          Document(
            dryRun: true, scope: scope.rawValue, receipts: receipts,
            contacts: try receipts.count { try store.contact(receipt: $0) != nil })))
    }
    if receipts.isEmpty { return try Terminal.print("nothing is to be removed") }
    let rows = try receipts.map { receipt in
      [
        receipt, try store.contact(receipt: receipt) == nil ? "no contact" : "contact",
        "\(try store.consents(receipt: receipt).count) consents",
        try store.purgeTime(receipt: receipt).map { "purged \($0)" } ?? "",
      ]
    }
    try Terminal.printText(Format.table(rows))
    Terminal.note("nothing was removed: this is what a purge would look at")
  }
}

extension Workspace {
  /// Whether it has applications and people.
  var hasForum: Bool { FileManager.default.fileExists(atPath: forumPath) }
}
