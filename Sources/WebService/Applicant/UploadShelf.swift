import ForumDesk
import Synchronization

/// Files that staff has uploaded and not yet imported. They hold personal data, so they stay in memory: for an hour, and
/// only for whoever uploaded them.
final class UploadShelf: Sendable {
  struct Upload: Sendable {
    var name: String
    var bytes: [UInt8]
    var user: String
    var time: ContinuousClock.Instant
  }

  private static let countLimit = 8
  private static let byteLimit = 160 << 20
  private static let keptTime = Duration.seconds(3600)

  private let uploads = Mutex<[String: Upload]>([:])

  /// Keeps a file; the oldest ones make room.
  ///
  /// - Returns: under which it is found.
  func keep(name: String, bytes: [UInt8], user: String, now: ContinuousClock.Instant = .now) -> String {
    let id = RandomToken.make()
    uploads.withLock { uploads in
      uploads = uploads.filter { $0.value.time.duration(to: now) < Self.keptTime }
      uploads[id] = Upload(name: name, bytes: bytes, user: user, time: now)
      while uploads.count > Self.countLimit || uploads.values.reduce(0, { $0 + $1.bytes.count }) > Self.byteLimit,
        uploads.count > 1, let oldest = uploads.filter({ $0.key != id }).min(by: { $0.value.time < $1.value.time })
      {
        uploads[oldest.key] = nil
      }
    }
    return id
  }

  func upload(_ id: String, of user: String, now: ContinuousClock.Instant = .now) -> Upload? {
    uploads.withLock { uploads in
      guard let upload = uploads[id], upload.user == user, upload.time.duration(to: now) < Self.keptTime else {
        return nil
      }
      return upload
    }
  }

  func remove(_ id: String) { uploads.withLock { $0[id] = nil } }
}
