import PartnerDiscovery
import ProfileIngest

/// How far an import is, as it stands in its job.
public struct ImportProgress: Hashable, Sendable, Codable {
  public enum Phase: String, Hashable, Sendable, Codable {
    case waiting
    case reading
    case indexing
  }

  public var phase = Phase.waiting
  public var bytesDone: Int64 = 0
  public var bytesTotal: Int64 = 0
  public var recordsRead = 0

  public init() {}

  init(_ progress: IngestProgress) {
    phase = .reading
    bytesDone = progress.bytesDone
    bytesTotal = progress.bytesTotal
    recordsRead = progress.recordsRead
  }

  init(_ phase: ImportSources.Phase) {
    switch phase {
    case .reading(let progress): self.init(progress)
    case .indexing:
      self.init()
      self.phase = .indexing
    }
  }

  /// From 0 to 100; `nil` where it is not known.
  public var percent: Int? {
    guard phase == .reading, bytesTotal > 0 else { return nil }
    return Int(min(100, 100 * bytesDone / bytesTotal))
  }

  public var sentence: Bilingual {
    switch phase {
    case .waiting: Bilingual("시작을 기다리는 중", "Waiting to begin")
    case .reading:
      Bilingual(
        "읽는 중: \(recordsRead)건\(percent.map { ", \($0) %" } ?? "")",
        "Reading: \(recordsRead) records\(percent.map { ", \($0) %" } ?? "")")
    case .indexing: Bilingual("색인을 만드는 중", "Building the index")
    }
  }
}
