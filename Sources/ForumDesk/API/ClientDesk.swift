public import ForumRecords
import Foundation
import Synchronization

/// Which programs may call the interface.
public final class ClientDesk: Sendable {
  let store: ForumStore
  let clock: @Sendable () -> ForumTime
  /// When the use of each token was last written down.
  private let noted = Mutex<[Int64: ForumTime]>([:])

  public init(store: ForumStore, clock: @escaping @Sendable () -> ForumTime) {
    self.store = store
    self.clock = clock
  }

  /// The use of a token is written down this often.
  private static let noteSeconds: Int64 = 60
  public static let nameLengths = 1...60
  /// After how many days a token may expire.
  public static let dayCounts = 1...36_500
  /// Before every token, so that one that leaks into a text is found there.
  public static let prefix = "moim_"
  private static let tokenLength = 48

  public enum Problem: Error, Equatable, Sendable, CustomStringConvertible {
    case malformedName(String)
    case malformedDays(Int)

    public var description: String {
      switch self {
      case .malformedName(let name):
        "\"\(name)\" cannot name a client: \(nameLengths.lowerBound) to \(nameLengths.upperBound) letters, digits, blanks, hyphens, dots and underscores"
      case .malformedDays(let days):
        "a token cannot expire after \(days) days: \(dayCounts.lowerBound) to \(dayCounts.upperBound), or never"
      }
    }
  }

  /// Makes a token for a client.
  ///
  /// - Parameter days: after which it expires; `nil` for never.
  /// - Returns: the token, which is known nowhere else, with what is kept of it.
  /// - Throws: a ``Problem``, or errors of the store.
  public func add(
    _ name: String, role: UserRole, days: Int?, actor: String
  ) throws -> (token: String, record: ClientToken) {
    guard Self.nameLengths.contains(name.count),
      name.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || "0123456789 -._".unicodeScalars.contains($0) })
    else { throw Problem.malformedName(name) }
    if let days, !Self.dayCounts.contains(days) { throw Problem.malformedDays(days) }
    let token = Self.prefix + RandomToken.make()
    let now = clock()
    let record = try store.addClientToken(
      ClientToken(
        name: name, role: role, digest: RandomToken.digest(of: token), created: now,
        expires: days.map { now.adding(days: $0) }), actor: actor, time: now)
    return (token, record)
  }

  /// Whose token it is; `nil` for one that is unknown, revoked or expired.
  ///
  /// What is looked up is a digest: how long that takes tells nothing of the tokens that there are.
  public func client(ofToken token: String) throws -> ClientToken? {
    guard token.utf8.count == Self.tokenLength, token.hasPrefix(Self.prefix) else { return nil }
    let digest = RandomToken.digest(of: token)
    let now = clock()
    guard let client = try store.clientToken(digest: digest), client.isLive(at: now),
      SignedLink.isEqual(Data(client.digest.utf8), Data(digest.utf8))
    else { return nil }
    let isDue = noted.withLock { noted in
      if let last = noted[client.id] ?? client.lastUsed, now < last.adding(seconds: Self.noteSeconds) { return false }
      noted[client.id] = now
      return true
    }
    // A store that cannot be written right now is no reason to refuse what only reads.
    if isDue { try? store.touchClientToken(id: client.id, time: now) }
    return client
  }
}
