import ForumDesk
import ForumRecords
import HTTPTypes
import PartnerDiscovery

/// A request that was found to be as its operation wants it.
struct APICall: Sendable {
  var desk: ForumDesk
  /// Who asks; `nil` for operations that are open to everybody.
  var client: ClientToken?
  /// By name; those that were not given are missing.
  var parameters: [String: JSONValue]
  /// `null` where the operation takes none.
  var body: JSONValue
  /// Path and query as they were asked for, without the page: for links to other pages.
  var location: APILocation

  /// Who stands in the audit trail.
  var actor: String { "client:" + (client?.name ?? "unknown") }

  func text(_ name: String) -> String? { parameters[name]?.text }
  func number(_ name: String) -> Int? { parameters[name]?.integer }
  func texts(_ name: String) -> [String] { parameters[name]?.items?.compactMap(\.text) ?? [] }

  func cases<Value: RawRepresentable>(_ name: String) -> [Value] where Value.RawValue == String {
    texts(name).compactMap { Value(rawValue: $0) }
  }

  /// What the schema requires is there.
  func required(_ name: String) throws -> String {
    guard let text = text(name) else { throw APIProblem(.badRequest, "The parameter \(name) is missing.") }
    return text
  }

  func application() throws -> ForumApplication {
    let receipt = try required("receipt")
    guard let application = try desk.store.application(receipt: receipt) else {
      throw APIProblem(.notFound, "There is no application \(receipt).")
    }
    return application
  }

  /// The workspace as it is searched now.
  func live() throws -> LiveForum {
    guard let live = desk.live else {
      throw APIProblem(.serviceUnavailable, "Nothing has been imported yet, so nothing can be matched.")
    }
    return live
  }
}
