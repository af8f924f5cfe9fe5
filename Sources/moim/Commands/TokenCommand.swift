import ArgumentParser
import ForumDesk
import ForumRecords
import PartnerDiscovery

struct TokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Which programs may call the REST interface. 프로그램용 토큰",
    subcommands: [Add.self, List.self, Revoke.self])

  private static let actor = "command line"

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a token and prints it, once: only a digest of it is kept.",
      discussion: """
        A client sends it with every request, as 'Authorization: Bearer TOKEN'.

        EXAMPLES
          moim token add --workspace forum --role viewer --days 90 "matching service"
        """)

    @OptionGroup var workspace: WorkspaceOption
    @Option(name: .long, help: "viewer, counsellor, officer or administrator.") var role = UserRole.viewer
    @Option(name: .long, help: ArgumentHelp("It expires after so many days (default: never).", valueName: "count"))
    var days: Int?
    @Flag(name: .long, help: "Prints one JSON document.") var json = false
    @Argument(help: "What the client is called, in lists and in the audit trail.") var name: String

    private struct Document: Encodable {
      var id: Int64
      var token: String
    }

    func validate() throws {
      if let days, !ClientDesk.dayCounts.contains(days) {
        throw ValidationError(
          "--days needs a number from \(ClientDesk.dayCounts.lowerBound) to \(ClientDesk.dayCounts.upperBound).")
      }
    }

    func run() throws {
      let clients = ClientDesk(store: try TokenCommand.store(of: workspace.resolved)) { ForumDesk.systemTime }
      let (token, record) = try clients.add(name, role: role, days: days, actor: actor)
      if json { return try Terminal.print(try Format.json(Document(id: record.id, token: token))) }
      Terminal.note("token \(record.id) for \(name), \(role.rawValue); it is shown only now")
      try Terminal.print(token)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the tokens, without what is secret.")

    @OptionGroup var workspace: WorkspaceOption
    @Flag(name: .long, help: "Prints one JSON document.") var json = false

    private struct Document: Encodable {
      var id: Int64
      var name: String
      var role: String
      var created: String
      var expires: String?
      var lastUsed: String?
      var revoked: String?

      enum CodingKeys: String, CodingKey {
        case id, name, role, created, expires, revoked
        case lastUsed = "last_used"
      }
    }

    func run() throws {
      let now = ForumDesk.systemTime
      let tokens = try TokenCommand.store(of: workspace.resolved).clientTokens()
      if json {
        let documents = tokens.map {
          Document(
            id: $0.id, name: $0.name, role: $0.role.rawValue, created: $0.created.description,
            expires: $0.expires?.description, lastUsed: $0.lastUsed?.description, revoked: $0.revoked?.description)
        }
        return try Terminal.print(try Format.json(documents))
      }
      let rows = tokens.map { token in
        [
          "\(token.id)", token.name, token.role.rawValue,
          token.revoked.map { "revoked \($0)" }
            ?? (token.isLive(at: now) ? token.expires.map { "until \($0)" } ?? "" : "expired"),
          token.lastUsed.map { "used \($0)" } ?? "never used",
        ]
      }
      try Terminal.printText(Format.table(rows, rightAligned: [0]))
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lets a token admit nobody any more, at once.")

    @OptionGroup var workspace: WorkspaceOption
    @Argument(help: "The token's number, as in the list.") var id: Int64

    func run() throws {
      try TokenCommand.store(of: workspace.resolved).revokeClientToken(
        id: id, actor: TokenCommand.actor, time: ForumDesk.systemTime)
    }
  }

  private static func store(of workspace: Workspace) throws -> ForumStore {
    try workspace.create()
    return try ForumStore(path: workspace.forumPath, mode: .readWrite)
  }
}
