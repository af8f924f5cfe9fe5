public import ArgumentParser
import ForumDesk
import ForumRecords
import PartnerDiscovery
public import WebService

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves the web console, the applicants' pages and the REST interface. 웹으로 쓰기",
    discussion: """
      Nothing leaves the machine: pages load nothing from elsewhere. The first officer is made by 'moim user add'. Stop it \
      with Ctrl-C or SIGTERM; requests that were begun are finished.

      Behind a proxy that speaks HTTPS name the address that people use with --public-address, for links and QR codes.

      EXAMPLES
        moim user add --workspace forum --role administrator officer
        moim serve --workspace forum
        moim serve --workspace forum --host 0.0.0.0 --port 80 --public-address https://forum.example.org --behind-proxy
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Option(name: .long, help: ArgumentHelp("The address to listen on.", valueName: "host"))
  var host = "127.0.0.1"

  @Option(name: .long, help: ArgumentHelp("The port; 0 takes a free one.", valueName: "port"))
  var port = 8080

  @Option(name: .long, help: ArgumentHelp("The address that people use, in links and QR codes.", valueName: "address"))
  var publicAddress: String?

  @Flag(name: .long, help: "Believes X-Forwarded-For: a proxy stands before it.")
  var behindProxy = false

  @Option(
    name: .long,
    help: ArgumentHelp("Requests to the REST interface that one token may make a minute.", valueName: "count"))
  var apiRequestsPerMinute = 600.0

  @Flag(name: .long, help: "Lets everybody read /metrics, not only this machine and tokens of administrators.")
  var openMetrics = false

  @Option(name: .long, help: ArgumentHelp("debug, info, warning or error.", valueName: "level"))
  var logLevel = WebConfiguration.LogLevel.warning

  func validate() throws {
    if !(0...65_535).contains(port) { throw ValidationError("--port needs a number from 0 to 65535.") }
    if !(1...10_000_000).contains(apiRequestsPerMinute) {
      throw ValidationError("--api-requests-per-minute needs a number from 1 to 10000000.")
    }
    if let publicAddress, !publicAddress.hasPrefix("http://"), !publicAddress.hasPrefix("https://") {
      throw ValidationError("--public-address begins with http:// or https://.")
    }
  }

  func run() async throws {
    let workspace = workspace.resolved
    let desk = try ForumDesk(workspace: workspace)
    if try desk.store.users().isEmpty {
      Terminal.note("nobody can sign in yet: 'moim user add --workspace \(workspace.path) NAME --role administrator'")
    }
    if desk.live == nil { Terminal.note("nothing has been imported into \(workspace.path) yet") }
    var configuration = WebConfiguration()
    configuration.host = host
    configuration.port = port
    configuration.publicAddress = publicAddress.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    configuration.isBehindProxy = behindProxy
    configuration.apiRequestsPerMinute = apiRequestsPerMinute
    configuration.hasOpenMetrics = openMetrics
    configuration.logLevel = logLevel
    let host = self.host
    try await WebServer(desk: desk, configuration: configuration).run { port in
      Terminal.note("serving \(workspace.path) at http://\(host):\(port)/")
    }
  }
}

extension WebConfiguration.LogLevel: ExpressibleByArgument {}
