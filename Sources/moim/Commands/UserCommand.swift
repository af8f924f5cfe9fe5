public import ArgumentParser
import ForumDesk
public import ForumRecords
import Foundation
import PartnerDiscovery

struct UserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: "Who may use the web console. 담당자 계정",
    subcommands: [Add.self, List.self, Password.self, Role.self, Deactivate.self])

  /// Passwords come from a terminal without showing, twice, or from a line of standard input; never from the command line, which
  /// other users of the machine can read.
  private static func readPassword() throws -> String {
    guard let password = Terminal.readSecret(prompt: "Password: "), !password.isEmpty else {
      throw ValidationError("A password is needed, typed or as a line on standard input.")
    }
    // Nobody has seen what was typed.
    if Terminal.inputIsTerminal, Terminal.readSecret(prompt: "The same password again: ") != password {
      throw ValidationError("The two passwords differ: nothing was changed.")
    }
    return password
  }

  private static let actor = "command line"

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enters a user; the password is asked for, or read from standard input.",
      discussion: """
        On a terminal the password is typed twice and does not show. Elsewhere it is the first line of standard input; from a \
        file, let nobody but you read that file. There is no option for it: other users of the machine see command lines.

        EXAMPLES
          moim user add --workspace forum --role administrator admin
          moim user add --role officer --display-name 김담당 kim < password.txt
        """)

    @OptionGroup var workspace: WorkspaceOption
    @Option(name: .long, help: "viewer, counsellor, officer or administrator.") var role = UserRole.officer
    @Option(name: .long, help: "The name that is shown.") var displayName: String?
    @Argument(help: "The name to sign in with.") var name: String

    func run() throws {
      let accounts = try accountDesk(of: workspace.resolved)
      _ = try accounts.add(
        name, displayName: displayName ?? name, role: role, password: try readPassword(), actor: actor)
      Terminal.note("\(name) can sign in as \(role.rawValue)")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the users.")

    @OptionGroup var workspace: WorkspaceOption
    @Flag(name: .long, help: "Prints one JSON document.") var json = false

    private struct Document: Encodable {
      var name: String
      var displayName: String
      var role: String
      var isActive: Bool
      var lastLogin: String?

      enum CodingKeys: String, CodingKey {
        case name, role
        case displayName = "display_name"
        case isActive = "is_active"
        case lastLogin = "last_login"
      }
    }

    func run() throws {
      let users = try forumStore(of: workspace.resolved).users().map {
        Document(
          name: $0.name, displayName: $0.displayName, role: $0.role.rawValue, isActive: $0.isActive,
          lastLogin: $0.lastLogin?.description)
      }
      if json { return try Terminal.print(try Format.json(users)) }
      let rows = users.map {
        [$0.name, $0.displayName, $0.role, $0.isActive ? "" : "deactivated", $0.lastLogin ?? "never signed in"]
      }
      try Terminal.printText(Format.table(rows, rightAligned: []))
    }
  }

  struct Password: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gives a user a new password and signs the user out everywhere.",
      discussion: """
        The password is asked for, or read from standard input, as by 'moim user add'.

        EXAMPLES
          moim user password --workspace forum kim
        """)

    @OptionGroup var workspace: WorkspaceOption
    @Argument(help: "The user.") var name: String

    func run() throws {
      try accountDesk(of: workspace.resolved).setPassword(of: name, to: try readPassword(), actor: actor)
    }
  }

  struct Role: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Gives a user another role.")

    @OptionGroup var workspace: WorkspaceOption
    @Argument(help: "The user.") var name: String
    @Argument(help: "viewer, counsellor, officer or administrator.") var role: UserRole

    func run() throws {
      _ = try forumStore(of: workspace.resolved).updateUser(
        name: name, role: role, actor: actor, time: ForumDesk.systemTime)
    }
  }

  struct Deactivate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lets a user sign in no more, or again.")

    @OptionGroup var workspace: WorkspaceOption
    @Flag(name: .long, help: "Lets the user sign in again.") var undo = false
    @Argument(help: "The user.") var name: String

    func run() throws {
      let store = try forumStore(of: workspace.resolved)
      _ = try store.updateUser(name: name, isActive: undo, actor: actor, time: ForumDesk.systemTime)
      if !undo { _ = try store.endSessions(user: name, actor: actor, time: ForumDesk.systemTime) }
    }
  }

  private static func forumStore(of workspace: Workspace) throws -> ForumStore {
    try workspace.create()
    return try ForumStore(path: workspace.forumPath, mode: .readWrite)
  }

  private static func accountDesk(of workspace: Workspace) throws -> AccountDesk {
    AccountDesk(store: try forumStore(of: workspace), clock: { ForumDesk.systemTime })
  }
}

extension UserRole: ExpressibleByArgument {}
